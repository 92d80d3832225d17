/** Tests of the noise bench. */
@NullMarked
package signpost.bench.noise;

import org.jspecify.annotations.NullMarked;
