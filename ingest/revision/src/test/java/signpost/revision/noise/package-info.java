@NullMarked
package signpost.revision.noise;

import org.jspecify.annotations.NullMarked;
