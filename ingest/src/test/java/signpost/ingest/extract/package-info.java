/** Facts about reading pages. */
@NullMarked
package signpost.ingest.extract;

import org.jspecify.annotations.NullMarked;
