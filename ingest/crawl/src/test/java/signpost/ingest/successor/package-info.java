/** Facts about {@code successor}. */
@NullMarked
package signpost.ingest.successor;

import org.jspecify.annotations.NullMarked;
