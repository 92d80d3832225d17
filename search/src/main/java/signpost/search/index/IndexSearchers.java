package signpost.search.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/** Searchers that score as the writer counted. */
final class IndexSearchers extends SearcherFactory {
  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(IndexLayout.similarity());
    return searcher;
  }

  /** Asks one of them. */
  static <T> T read(SearcherManager searchers, IndexView<T> question) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return question.of(searcher);
    } finally {
      searchers.release(searcher);
    }
  }
}
