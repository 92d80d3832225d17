/** Facts about {@code publish}. */
@NullMarked
package signpost.ingest.publish;

import org.jspecify.annotations.NullMarked;
