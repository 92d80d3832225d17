/** Facts about the loops. */
@NullMarked
package signpost.record;

import org.jspecify.annotations.NullMarked;
