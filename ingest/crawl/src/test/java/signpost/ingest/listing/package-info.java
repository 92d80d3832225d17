/** Facts about {@code listing}. */
@NullMarked
package signpost.ingest.listing;

import org.jspecify.annotations.NullMarked;
