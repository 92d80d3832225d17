/** How the modules are configured alike, so that each reads what another writes. */
@NullMarked
package signpost.http;

import org.jspecify.annotations.NullMarked;
