@NullMarked
package signpost.web.revision.noise;

import org.jspecify.annotations.NullMarked;
