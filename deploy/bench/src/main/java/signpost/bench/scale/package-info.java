/**
 * How search fares at scale: made-up pages by the hundred thousand, beside bare Lucene and Solr.
 */
@NullMarked
package signpost.bench.scale;

import org.jspecify.annotations.NullMarked;
