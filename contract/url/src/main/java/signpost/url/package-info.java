/** Web addresses as browsers read them, one name for each resource, and which may be visited. */
@NullMarked
package signpost.url;

import org.jspecify.annotations.NullMarked;
