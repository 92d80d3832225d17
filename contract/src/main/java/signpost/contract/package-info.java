/** How the modules are configured alike, so that each reads what another writes. */
@NullMarked
package signpost.contract;

import org.jspecify.annotations.NullMarked;
