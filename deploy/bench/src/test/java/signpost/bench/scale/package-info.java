@NullMarked
package signpost.bench.scale;

import org.jspecify.annotations.NullMarked;
