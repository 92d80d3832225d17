/** {@code evidence}: checks, lists, takes out and removes what was kept of pages. */
@NullMarked
package signpost.tools.evidence;

import org.jspecify.annotations.NullMarked;
