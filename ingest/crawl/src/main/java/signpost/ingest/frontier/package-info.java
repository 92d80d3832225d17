/** The URLs we know and when each is next due. */
@NullMarked
package signpost.ingest.frontier;

import org.jspecify.annotations.NullMarked;
