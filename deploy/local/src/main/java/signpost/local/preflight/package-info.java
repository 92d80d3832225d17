/** Tries, before a start, all that a configuration leads to. */
@NullMarked
package signpost.local.preflight;

import org.jspecify.annotations.NullMarked;
