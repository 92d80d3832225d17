/** The crawl as Camel routes: they wire and decide nothing. Whoever decides lives in a step. */
@NullMarked
package signpost.ingest.route;

import org.jspecify.annotations.NullMarked;
