/** Facts about {@code store}. */
@NullMarked
package signpost.ingest.store;

import org.jspecify.annotations.NullMarked;
