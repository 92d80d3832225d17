package signpost.search.rank;

import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import signpost.search.index.IndexFields;

/**
 * How near in meaning a page must be to answer a question none of whose words it has. Something is
 * always nearest, and the nearer the more pages there are: the nearest page to random questions was
 * measured on collections of 30 to 4,900 pages, and one question in ten is let through ({@code
 * bench rank --strangers}; RATIONALE).
 */
final class MeaningThreshold {
  private static final double OF_ONE_PAGE = 0.547;
  private static final double EACH_E_FOLD = 0.0136;

  private MeaningThreshold() {}

  /** The cosine that counts as near where so many pages have a vector, 0 or more. */
  static double of(int pages) {
    return OF_ONE_PAGE + EACH_E_FOLD * Math.log(Math.max(pages, 1));
  }

  /**
   * By all pages of an index, whatever a search is narrowed to: a filter must not let more in. What
   * was deleted counts until its segment is merged, which makes a hundredth at most.
   */
  static double of(IndexReader index) throws IOException {
    int pages = 0;
    for (LeafReaderContext leaf : index.leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(IndexFields.VECTOR);
      pages += vectors == null ? 0 : vectors.size();
    }
    return of(pages);
  }
}
