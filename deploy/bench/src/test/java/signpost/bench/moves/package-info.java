@NullMarked
package signpost.bench.moves;

import org.jspecify.annotations.NullMarked;
