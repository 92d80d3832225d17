/** Guides as pages and documents have them, and catalogue files made of them. */
@NullMarked
package signpost.ingest.guide;

import org.jspecify.annotations.NullMarked;
