/**
 * What texts mean, as vectors: of passages when they are indexed, of queries when they are asked.
 */
@NullMarked
package signpost.search.embed;

import org.jspecify.annotations.NullMarked;
