package signpost.successor;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    return new WordRarity(0, Map.of())
        .with(texts.stream().map(it -> Set.copyOf(it)).toList(), List.of());
  }

  /** With texts more, and without others that were among them. */
  WordRarity with(Collection<Set<String>> more, Collection<Set<String>> gone) {
    Map<String, Integer> all = new HashMap<>(counts);
    more.forEach(text -> text.forEach(word -> all.merge(word, 1, Integer::sum)));
    gone.forEach(text -> text.forEach(word -> all.merge(word, -1, Integer::sum)));
    return new WordRarity(texts + more.size() - gone.size(), all);
  }

  /** Inverse document frequency, above 0 for every word. */
  double of(String word) {
    return Math.log(1 + (texts + 1) / (counts.getOrDefault(word, 0) + 0.5));
  }

  double sum(Collection<String> words) {
    double sum = 0;
    for (String word : words) {
      sum += of(word);
    }
    return sum;
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
