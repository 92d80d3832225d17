/** Facts about what providers say of people. */
@NullMarked
package signpost.search.oidc;

import org.jspecify.annotations.NullMarked;
