/** Says of addresses that died where their pages are now, for somebody at a command line. */
@NullMarked
package signpost.tools.finding;

import org.jspecify.annotations.NullMarked;
