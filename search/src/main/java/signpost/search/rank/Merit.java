package signpost.search.rank;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import signpost.search.index.Fields;

/**
 * What a document is worth apart from what was asked: its health, whether a guide places it, and a
 * little for having been brought up to date lately.
 */
final class Merit {
  /** No more than a tie-break: of two that answer alike, the one kept up to date. */
  private static final double CURRENCY = 0.03;

  private static final double HALF_LIFE_DAYS = 365;

  private final List<LeafReaderContext> leaves;
  private final Instant now;

  Merit(IndexSearcher searcher, Instant now) {
    this.leaves = searcher.getIndexReader().leaves();
    this.now = now;
  }

  double of(int document) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int inLeaf = document - leaf.docBase;
    return health(leaf.reader(), inLeaf) * (1 + CURRENCY * currency(leaf.reader(), inLeaf));
  }

  private static double health(LeafReader leaf, int document) throws IOException {
    NumericDocValues weights = DocValues.getNumeric(leaf, Fields.WEIGHT);
    return weights.advanceExact(document) ? Double.longBitsToDouble(weights.longValue()) : 1;
  }

  /** 1 for what changed now, a half a year later; 0 where no change is known. */
  private double currency(LeafReader leaf, int document) throws IOException {
    NumericDocValues changed = DocValues.getNumeric(leaf, Fields.CHANGED_AT);
    if (!changed.advanceExact(document) || changed.longValue() == 0) {
      return 0;
    }
    Duration age = Duration.between(Instant.ofEpochMilli(changed.longValue()), now);
    return Math.pow(0.5, Math.max(0, age.toHours()) / (24 * HALF_LIFE_DAYS));
  }
}
