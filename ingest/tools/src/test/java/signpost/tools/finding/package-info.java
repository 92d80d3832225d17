/** Facts about finding where pages went, from the command line. */
@NullMarked
package signpost.tools.finding;

import org.jspecify.annotations.NullMarked;
