/** Facts about {@code crawl}. */
@NullMarked
package signpost.ingest.crawl;

import org.jspecify.annotations.NullMarked;
