/** Looks for where placed pages went that end, and tells it once their end is proven. */
@NullMarked
package signpost.ingest.successor;

import org.jspecify.annotations.NullMarked;
