/** The command line: one class for each command that starts something, and what they share. */
@NullMarked
package signpost.cli;

import org.jspecify.annotations.NullMarked;
