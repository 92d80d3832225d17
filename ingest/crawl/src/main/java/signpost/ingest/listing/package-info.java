/** Makes what the catalogue lists watched and known to the world. */
@NullMarked
package signpost.ingest.listing;

import org.jspecify.annotations.NullMarked;
