/** How long the public record takes: from a visit to the index, and to a mail. */
@NullMarked
package signpost.bench.latency;

import org.jspecify.annotations.NullMarked;
