/** Whether pages that nobody has written on stay quiet, and pages somebody has are told of. */
@NullMarked
package signpost.bench.noise;

import org.jspecify.annotations.NullMarked;
