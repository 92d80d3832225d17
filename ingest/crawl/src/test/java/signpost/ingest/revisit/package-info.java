/** Facts about {@code revisit}. */
@NullMarked
package signpost.ingest.revisit;

import org.jspecify.annotations.NullMarked;
