package signpost.search.rank;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A word of the best answers. {@code said}: how often they say it, from 0 to 1. {@code tells}:
 * that, and how rare it is elsewhere.
 */
record ToldWord(String word, double said, double tells) {
  private static final Comparator<ToldWord> LEAST_FIRST =
      Comparator.comparingDouble(ToldWord::tells)
          .thenComparing(ToldWord::word, Comparator.reverseOrder());

  /**
   * Those that tell most, first the one that does. How rare a word is must be looked up in every
   * segment, so it is not asked of words that are said too little to be among them were they the
   * rarest there are.
   */
  static List<ToldWord> most(Map<String, Double> said, WordCounts counts, int most)
      throws IOException {
    List<Map.Entry<String, Double>> oftenFirst =
        said.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .toList();
    PriorityQueue<ToldWord> best = new PriorityQueue<>(most + 1, LEAST_FIRST);
    for (Map.Entry<String, Double> word : oftenFirst) {
      if (best.size() == most && word.getValue() * counts.rarest() < best.element().tells()) {
        break;
      }
      double tells = word.getValue() * counts.weight(word.getKey());
      best.add(new ToldWord(word.getKey(), word.getValue(), tells));
      if (best.size() > most) {
        best.remove();
      }
    }
    return best.stream().sorted(LEAST_FIRST.reversed()).toList();
  }
}
