package signpost.search.rank;

import java.io.IOException;
import java.util.List;
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
public final class WordCounts {
  private static final int REMEMBERED = 20_000;

  private final IndexReader reader;
  private final Map<String, Integer> known = new ConcurrentHashMap<>();

  WordCounts(IndexReader reader) {
    this.reader = reader;
  }

  IndexReader reader() {
    return reader;
  }

  /** How much a word tells: BM25's idf, 0 where no document has it. */
  double weight(String word) throws IOException {
    int count = of(word);
    return count == 0 ? 0 : weight(count);
  }

  /** What a word of one document tells: no word tells more. */
  double rarest() {
    return weight(1);
  }

  private double weight(int count) {
    return Math.log(1 + (reader.maxDoc() - count + 0.5) / (count + 0.5));
  }

  /** How much a concept tells: of each way its rarest word, of its ways the commonest there is. */
  double weight(QueryConcept concept) throws IOException {
    double least = 0;
    for (List<String> way : concept.ways()) {
      double weight = rarest(way);
      least = weight > 0 && (least == 0 || weight < least) ? weight : least;
    }
    return least;
  }

  private double rarest(List<String> way) throws IOException {
    double most = 0;
    for (String word : way) {
      double weight = weight(word);
      if (weight == 0) {
        return 0;
      }
      most = Math.max(most, weight);
    }
    return most;
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
