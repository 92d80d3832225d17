/** Facts about {@code evidence}. */
@NullMarked
package signpost.ingest.evidence;

import org.jspecify.annotations.NullMarked;
