/** Facts about {@code revision}. */
@NullMarked
package signpost.web.revision;

import org.jspecify.annotations.NullMarked;
