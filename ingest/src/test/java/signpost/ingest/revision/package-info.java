/** Facts about {@code revision}. */
@NullMarked
package signpost.ingest.revision;

import org.jspecify.annotations.NullMarked;
