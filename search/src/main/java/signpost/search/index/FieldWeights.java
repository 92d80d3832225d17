package signpost.search.index;

/**
 * How often a word counts by where it stands (BM25F's field weights, whole numbers because they
 * become term frequencies), and the two constants of BM25 that go with them.
 *
 * <p>k1 and b are those that {@code bench rank} liked best on Vaswani among the usual pairs
 * (nDCG@10 0.440; Lucene's own 1.2 and 0.75 give 0.435). The title's weight was chosen on the same
 * collection with the first six words of each text as its title, which they mostly are: 0.438 with
 * 1, 0.451 with 2, 0.445 with 3, 0.416 with 4 and the title's neighbours weighed four times as
 * much. The others are judgement: no collection at hand has headings or curators.
 */
final class FieldWeights {
  static final int TITLE = 2;
  static final int PLACEMENTS = 4;
  static final int HEADINGS = 2;
  static final int LEAD = 2;
  static final int URL_WORDS = 1;
  static final int BODY = 1;

  static final float K1 = 0.9f;
  static final float B = 0.4f;

  private FieldWeights() {}
}
