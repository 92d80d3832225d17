/** The URLs we know, what we know of each and of its host, and when it is next due. */
@NullMarked
package signpost.ingest.frontier;

import org.jspecify.annotations.NullMarked;
