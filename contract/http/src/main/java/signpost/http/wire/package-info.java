/** How our servers read requests: strictly, and not for ever. */
@NullMarked
package signpost.http.wire;

import org.jspecify.annotations.NullMarked;
