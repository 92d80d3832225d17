package signpost.search.index;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** How Lucene keeps and scores our fields; writer and searchers must agree on it. */
public final class IndexLayout {
  private static final int LINKS = 16;
  private static final int BEAM = 100;

  /**
   * Below about 50,000 vectors a segment gets no graph and is read through: a graph over few points
   * misses neighbours. Lucene asks for the k at which a walk would visit as many: 50,000 / ln
   * 50,000.
   */
  private static final int FLAT_BELOW = 4_600;

  /**
   * Two bits a number are enough to bring up the hundred nearest: those are then measured with the
   * vectors as they were. {@code bench rank} on Vaswani, hybrid: nDCG@10 0.531 and recall@100 0.668
   * with seven bits, 0.532 and 0.667 with two, 0.532 and 0.659 with one.
   */
  private static final ScalarEncoding ENCODING = ScalarEncoding.DIBIT_QUERY_NIBBLE;

  private static final Codec CODEC =
      new Lucene104Codec() {
        private final KnnVectorsFormat vectors =
            new Lucene104HnswScalarQuantizedVectorsFormat(
                ENCODING, LINKS, BEAM, 1, null, FLAT_BELOW);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
          return vectors;
        }
      };

  private IndexLayout() {}

  static Codec codec() {
    return CODEC;
  }

  /** BM25 with the constants of {@link FieldWeights}. */
  public static Similarity similarity() {
    return new BM25Similarity(FieldWeights.K1, FieldWeights.B);
  }
}
