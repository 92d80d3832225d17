package signpost.search.index;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/** A question put to one point-in-time view of the index. For query classes alone. */
@FunctionalInterface
public interface IndexView<T> {
  T of(IndexSearcher searcher) throws IOException;
}
