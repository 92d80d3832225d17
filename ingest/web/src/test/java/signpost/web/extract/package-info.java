/** Facts about reading pages. */
@NullMarked
package signpost.web.extract;

import org.jspecify.annotations.NullMarked;
