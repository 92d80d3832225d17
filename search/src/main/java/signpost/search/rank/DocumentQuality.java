package signpost.search.rank;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import signpost.search.index.IndexFields;

/**
 * What a document is worth apart from what was asked: its health, whether a guide places it, and a
 * little for having been brought up to date lately.
 */
final class DocumentQuality {
  /** No more than a tie-break: of two that answer alike, the one kept up to date. */
  private static final double CURRENCY = 0.03;

  private static final double HALF_LIFE_DAYS = 365;

  private final List<LeafReaderContext> leaves;
  private final Instant now;
  private int leaf = -1;
  private NumericDocValues weights = DocValues.emptyNumeric();
  private NumericDocValues changes = DocValues.emptyNumeric();

  DocumentQuality(IndexSearcher searcher, Instant now) {
    this.leaves = searcher.getIndexReader().leaves();
    this.now = now;
  }

  /** Of documents in ascending order, so that the columns are opened once a segment. */
  List<Double> of(Collection<Integer> ascending) throws IOException {
    leaf = -1;
    List<Double> merits = new ArrayList<>(ascending.size());
    for (int document : ascending) {
      merits.add(of(document));
    }
    return merits;
  }

  private double of(int document) throws IOException {
    int at = ReaderUtil.subIndex(document, leaves);
    LeafReaderContext context = leaves.get(at);
    if (at != leaf) {
      leaf = at;
      weights = DocValues.getNumeric(context.reader(), IndexFields.WEIGHT);
      changes = DocValues.getNumeric(context.reader(), IndexFields.CHANGED_AT);
    }
    int inLeaf = document - context.docBase;
    double health = weights.advanceExact(inLeaf) ? Double.longBitsToDouble(weights.longValue()) : 1;
    return health * (1 + CURRENCY * currency(inLeaf));
  }

  /** 1 for what changed now, a half a year later; 0 where no change is known. */
  private double currency(int document) throws IOException {
    if (!changes.advanceExact(document) || changes.longValue() == 0) {
      return 0;
    }
    Duration age = Duration.between(Instant.ofEpochMilli(changes.longValue()), now);
    return Math.pow(0.5, Math.max(0, age.toHours()) / (24 * HALF_LIFE_DAYS));
  }
}
