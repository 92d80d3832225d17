/** How well search ranks, on any judged collection. */
@NullMarked
package signpost.bench.rank;

import org.jspecify.annotations.NullMarked;
