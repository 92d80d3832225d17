package signpost.successor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text as how often its words stand in it, by how much they tell on the site. Pure. */
record WordCosine(Map<String, Double> weights) {
  WordCosine {
    weights = Map.copyOf(weights);
  }

  static WordCosine of(List<String> words, WordRarity rarity) {
    Map<String, Double> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1.0, Double::sum));
    counts.replaceAll((word, count) -> (1 + Math.log(count)) * rarity.of(word));
    return new WordCosine(counts);
  }

  double with(WordCosine other) {
    double both = 0;
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      both += word.getValue() * other.weights.getOrDefault(word.getKey(), 0.0);
    }
    double lengths = length() * other.length();
    return lengths == 0 ? 0 : both / lengths;
  }

  private double length() {
    return Math.sqrt(weights.values().stream().mapToDouble(it -> it * it).sum());
  }
}
