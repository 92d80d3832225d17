/** When targets are visited again, as they have changed so far and as sitemaps say. */
@NullMarked
package signpost.ingest.revisit;

import org.jspecify.annotations.NullMarked;
