@NullMarked
package signpost.revision.compare;

import org.jspecify.annotations.NullMarked;
