package signpost.search.index;

/**
 * How often a word counts by where it stands (BM25F's field weights, whole numbers because they
 * become term frequencies), and the two constants of BM25 that go with them.
 *
 * <p>The constants are Lucene's own. On Vaswani alone, where all texts are equally short, 0.9 and
 * 0.4 rank better (nDCG@10 of words 0.441 against 0.434), but worse where texts differ in length:
 * Cranfield 0.352 against 0.369, MED 0.671 against 0.695. The title's weight is that which did best
 * on Cranfield: 0.360 with 1, 0.369 with 2, 0.372 with 3. These figures come from a simulation (see
 * the RATIONALE of {@code signpost.search.rank}), not from {@code bench rank}. The other weights
 * are judgement: no collection at hand has headings or curators.
 */
final class FieldWeights {
  static final int TITLE = 3;
  static final int PLACEMENTS = 4;
  static final int HEADINGS = 2;
  static final int LEAD = 2;
  static final int URL_WORDS = 1;
  static final int BODY = 1;

  static final float K1 = 1.2f;
  static final float B = 0.75f;

  private FieldWeights() {}
}
