/** Tests of the whole module through its doors: Kafka, HTTP, a browser. */
@NullMarked
package signpost.search;

import org.jspecify.annotations.NullMarked;
