/** Facts about {@code frontier}. */
@NullMarked
package signpost.ingest.frontier;

import org.jspecify.annotations.NullMarked;
