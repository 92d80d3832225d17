package signpost.successor;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * How much a word tells on one site: the fewer of its texts have it, the more.
 *
 * @param texts how many there are
 * @param counts in how many of them each word stands
 */
record WordRarity(int texts, Map<String, Integer> counts) {
  WordRarity {
    counts = Map.copyOf(counts);
  }

  static WordRarity in(Collection<? extends Collection<String>> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (Collection<String> words : texts) {
      new HashSet<>(words).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return new WordRarity(texts.size(), counts);
  }

  /** Inverse document frequency, above 0 for every word. */
  double of(String word) {
    return Math.log(1 + (texts + 1) / (counts.getOrDefault(word, 0) + 0.5));
  }

  double sum(Collection<String> words) {
    return words.stream().mapToDouble(this::of).sum();
  }

  /** The part of some words that others have too, from 0 to 1; of none 0. */
  double share(Collection<String> words, Collection<String> others) {
    double all = sum(words);
    return all == 0 ? 0 : sum(words.stream().filter(others::contains).toList()) / all;
  }

  /** What two sets have in common, of all they have (Jaccard); of none 0. */
  double overlap(Collection<String> some, Collection<String> others) {
    var either = new HashSet<>(some);
    either.addAll(others);
    return share(either, some.stream().filter(others::contains).toList());
  }
}
