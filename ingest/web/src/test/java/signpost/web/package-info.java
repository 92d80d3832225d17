/** Facts about reading pages. */
@NullMarked
package signpost.web;

import org.jspecify.annotations.NullMarked;
