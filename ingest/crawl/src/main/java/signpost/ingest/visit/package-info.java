/** What one visit does to what we know: judged, compared, recorded in one transaction. */
@NullMarked
package signpost.ingest.visit;

import org.jspecify.annotations.NullMarked;
