package signpost.search.rank;

import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.SparseFixedBitSet;
import org.jspecify.annotations.Nullable;

/** Matches a few documents of one searcher, by number. */
public final class TheseDocuments extends Query {
  private final int[] documents;

  TheseDocuments(Collection<Integer> documents) {
    this.documents = documents.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }

  /** A query that matches what another does, and some documents. */
  public static Query with(Query query, Collection<Integer> documents) {
    return documents.isEmpty()
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.SHOULD)
            .add(new TheseDocuments(documents), Occur.SHOULD)
            .build();
  }

  /** A query that matches what another does, but for some documents. */
  public static Query without(Query query, Collection<Integer> documents) {
    return documents.isEmpty()
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TheseDocuments(documents), Occur.MUST_NOT)
            .build();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        SparseFixedBitSet here = new SparseFixedBitSet(leaf.reader().maxDoc());
        Arrays.stream(documents)
            .map(document -> document - leaf.docBase)
            .filter(document -> document >= 0 && document < here.length())
            .forEach(here::set);
        int count = here.cardinality();
        return count == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(here, count), score(), mode, here.length());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "these:" + Arrays.toString(documents);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TheseDocuments these && Arrays.equals(documents, these.documents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(documents);
  }
}
