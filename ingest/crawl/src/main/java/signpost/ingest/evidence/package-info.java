/** Keeps what placed pages answered, beside each visit and never in its way. */
@NullMarked
package signpost.ingest.evidence;

import org.jspecify.annotations.NullMarked;
