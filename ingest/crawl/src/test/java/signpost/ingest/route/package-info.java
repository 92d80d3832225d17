/** Facts about {@code crawl}. */
@NullMarked
package signpost.ingest.route;

import org.jspecify.annotations.NullMarked;
