/** Crawl control for ops, as JSON. Never public: on loopback or inside the cluster. */
@NullMarked
package signpost.ingest.api;

import org.jspecify.annotations.NullMarked;
