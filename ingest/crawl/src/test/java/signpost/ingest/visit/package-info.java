/** Facts about {@code visit}. */
@NullMarked
package signpost.ingest.visit;

import org.jspecify.annotations.NullMarked;
