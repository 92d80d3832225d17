/** Tests of the catalogue. */
@NullMarked
package signpost.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
