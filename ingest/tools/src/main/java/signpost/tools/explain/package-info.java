/**
 * Says of a URL, without visiting it, what Signpost would make of it and what it remembers of it.
 */
@NullMarked
package signpost.tools.explain;

import org.jspecify.annotations.NullMarked;
