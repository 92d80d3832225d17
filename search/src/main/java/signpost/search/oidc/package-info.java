/** Has an OpenID provider vouch for people (OpenID Connect Core 1.0, code flow with PKCE). */
@NullMarked
package signpost.search.oidc;

import org.jspecify.annotations.NullMarked;
