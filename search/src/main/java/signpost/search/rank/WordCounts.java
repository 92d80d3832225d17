package signpost.search.rank;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import signpost.search.index.IndexFields;

/**
 * In how many documents a word stands, by one view of the index. Reading a question asks for each
 * word several times, and each time costs a look into every segment.
 */
final class WordCounts {
  private static final int REMEMBERED = 20_000;

  private final IndexReader reader;
  private final Map<String, Integer> known = new ConcurrentHashMap<>();

  WordCounts(IndexReader reader) {
    this.reader = reader;
  }

  IndexReader reader() {
    return reader;
  }

  /** {@code word}: as the index has it, stemmed. */
  int of(String word) throws IOException {
    @Nullable Integer before = known.get(word);
    if (before != null) {
      return before;
    }
    int count = reader.docFreq(new Term(IndexFields.ALL, word));
    if (known.size() < REMEMBERED) {
      known.put(word, count);
    }
    return count;
  }
}
