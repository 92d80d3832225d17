/** Facts about what ops may see and do, and nobody else. */
@NullMarked
package signpost.local.ops;

import org.jspecify.annotations.NullMarked;
