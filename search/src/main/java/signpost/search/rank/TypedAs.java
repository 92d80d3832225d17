package signpost.search.rank;

/** How the letters were typed that may be an acronym, and how much each reading then counts. */
public enum TypedAs {
  /** Other ways to say it count nearly as much as what was typed. */
  WORD(1, 0.8f),
  /** What the letters stand for is meant: the letters are often a common word too. */
  ACRONYM(0.5f, 1),
  /** In small letters it is the common word: who gives a tip means no trauma-informed practice. */
  COMMON_WORD(1, 0.3f);

  private final float letters;
  private final float otherWays;

  TypedAs(float letters, float otherWays) {
    this.letters = letters;
    this.otherWays = otherWays;
  }

  float letters() {
    return letters;
  }

  float otherWays() {
    return otherWays;
  }
}
