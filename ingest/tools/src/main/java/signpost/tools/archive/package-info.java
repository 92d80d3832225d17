/** Asks a public web archive which copy of a page it has, for somebody at a command line. */
@NullMarked
package signpost.tools.archive;

import org.jspecify.annotations.NullMarked;
