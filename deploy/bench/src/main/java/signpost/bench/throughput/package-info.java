/** How fast {@code signpost check} is, beside the tools people use. */
@NullMarked
package signpost.bench.throughput;

import org.jspecify.annotations.NullMarked;
