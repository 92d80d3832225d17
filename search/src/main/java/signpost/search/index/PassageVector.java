package signpost.search.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** A vector and the key of the passage it was made of. */
final class PassageVector {
  private final String key;
  private final float[] vector;

  PassageVector(String key, float[] vector) {
    this.key = key;
    this.vector = vector.clone();
  }

  boolean isOf(EmbeddingPassage passage) {
    return key.equals(passage.key());
  }

  /** Gives a document its vector, or says that it waits for one. */
  static void add(Document document, Optional<PassageVector> embedded) {
    String key = embedded.map(it -> it.key).orElse(IndexFields.WANTED);
    document.add(new StringField(IndexFields.EMBEDDED, key, Field.Store.YES));
    embedded.ifPresent(it ->
        document.add(
            new KnnFloatVectorField(
                IndexFields.VECTOR, it.vector, VectorSimilarityFunction.DOT_PRODUCT)));
  }

  /** The vector a document has, if any. */
  static Optional<PassageVector> of(IndexSearcher searcher, int document) throws IOException {
    @Nullable String key =
        searcher
            .storedFields()
            .document(document, Set.of(IndexFields.EMBEDDED))
            .get(IndexFields.EMBEDDED);
    if (key == null || key.equals(IndexFields.WANTED)) {
      return Optional.empty();
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    @Nullable FloatVectorValues values = leaf.reader().getFloatVectorValues(IndexFields.VECTOR);
    if (values == null) {
      return Optional.empty();
    }
    KnnVectorValues.DocIndexIterator at = values.iterator();
    return at.advance(document - leaf.docBase) == document - leaf.docBase
        ? Optional.of(new PassageVector(key, values.vectorValue(at.index())))
        : Optional.empty();
  }
}
