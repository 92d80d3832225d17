package signpost.search.rank;

/** What an order is made of. The product uses hybrid, and lexical where there is no vector. */
public enum RankMode {
  /** Words alone. */
  LEXICAL,
  /** Meaning alone. */
  VECTOR,
  /** Both, by reciprocal rank: to compare with. */
  RRF,
  /** Both, by min–max normalised scores. */
  HYBRID
}
