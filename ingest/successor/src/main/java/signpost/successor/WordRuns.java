package signpost.successor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text as its runs of so many words, each with what its words tell on the site; a shorter text is
 * one run.
 *
 * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder, On the resemblance and
 *     containment of documents</a>
 */
record WordRuns(Map<String, Double> runs) {
  WordRuns {
    runs = Map.copyOf(runs);
  }

  static WordRuns of(List<String> text, WordRarity rarity, int words) {
    Map<String, Double> runs = new HashMap<>();
    int length = Math.min(words, text.size());
    for (int i = 0; length > 0 && i + length <= text.size(); i++) {
      List<String> run = text.subList(i, i + length);
      runs.put(String.join(" ", run), rarity.sum(run));
    }
    return new WordRuns(runs);
  }

  /** The part of this text that stands in another, from 0 to 1; of an empty one 0. */
  double containedIn(WordRuns other) {
    double all = 0;
    double there = 0;
    for (Map.Entry<String, Double> run : runs.entrySet()) {
      all += run.getValue();
      there += other.runs.containsKey(run.getKey()) ? run.getValue() : 0;
    }
    return all == 0 ? 0 : there / all;
  }
}
