@NullMarked
package signpost.bench.rank;

import org.jspecify.annotations.NullMarked;
