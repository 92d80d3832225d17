package signpost.successor;

import java.util.List;

/**
 * A text as it is compared with others of its site.
 *
 * @param runs of four words
 * @param pairs of words that name something
 * @param words all of them
 */
record WeighedText(WordRuns runs, WordRuns pairs, WordCosine words) {
  private static final int RUN = 4;
  private static final int PAIR = 2;

  static WeighedText of(String text, WordRarity rarity) {
    List<String> all = WordStems.all(text);
    return new WeighedText(
        WordRuns.of(all, rarity, RUN),
        WordRuns.of(WordStems.telling(text), rarity, PAIR),
        WordCosine.of(all, rarity));
  }
}
