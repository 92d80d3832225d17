/** Guides as pages and documents have them, and catalogue files made of them. */
@NullMarked
package signpost.web.guide;

import org.jspecify.annotations.NullMarked;
