/** Reads one page, or compares two, for somebody at a command line. */
@NullMarked
package signpost.tools.reading;

import org.jspecify.annotations.NullMarked;
