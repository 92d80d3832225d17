/** Facts about what ops may see and do, and nobody else. */
@NullMarked
package signpost.journey.ops;

import org.jspecify.annotations.NullMarked;
