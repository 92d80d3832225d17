package signpost.bench.moves;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Texts as TF-IDF vectors of length 1 over all texts of a site. */
final class WordVectors {
  private final Map<String, Integer> counts = new HashMap<>();
  private final int texts;

  /** One text. */
  record WordVector(Map<String, Double> weights) {
    WordVector {
      weights = Map.copyOf(weights);
    }

    double cosine(WordVector other) {
      return weights.entrySet().stream()
          .mapToDouble(it -> it.getValue() * other.weights.getOrDefault(it.getKey(), 0.0))
          .sum();
    }
  }

  WordVectors(List<List<String>> all) {
    texts = all.size();
    all.forEach(text -> new HashSet<>(text).forEach(it -> counts.merge(it, 1, Integer::sum)));
  }

  WordVector of(List<String> text) {
    Map<String, Double> weights = new HashMap<>();
    text.forEach(it -> weights.merge(it, 1.0, Double::sum));
    weights.replaceAll((word, count) ->
        (1 + Math.log(count)) * Math.log((texts + 1.0) / (counts.getOrDefault(word, 0) + 0.5)));
    double length = Math.sqrt(weights.values().stream().mapToDouble(it -> it * it).sum());
    weights.replaceAll((_, weight) -> length == 0 ? 0 : weight / length);
    return new WordVector(weights);
  }
}
