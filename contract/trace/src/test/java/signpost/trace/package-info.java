@NullMarked
package signpost.trace;

import org.jspecify.annotations.NullMarked;
