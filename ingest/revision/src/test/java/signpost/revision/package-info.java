/** Facts about {@code revision}. */
@NullMarked
package signpost.revision;

import org.jspecify.annotations.NullMarked;
