/** Tests of reading and writing guides. */
@NullMarked
package signpost.ingest.guide;

import org.jspecify.annotations.NullMarked;
