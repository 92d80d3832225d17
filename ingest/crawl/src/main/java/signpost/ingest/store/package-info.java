/** Single values that ingest remembers by name. */
@NullMarked
package signpost.ingest.store;

import org.jspecify.annotations.NullMarked;
