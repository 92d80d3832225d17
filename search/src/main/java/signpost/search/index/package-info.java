/** The Lucene index: what is stored for each record, and the life of writer and searchers. */
@NullMarked
package signpost.search.index;

import org.jspecify.annotations.NullMarked;
