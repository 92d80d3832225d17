package signpost.search.rank;

import java.util.List;

/** One thing asked for and every way to say it, each as the index's words; first as typed. */
public record Concept(List<List<String>> ways) {
  public Concept {
    ways = ways.stream().map(List::copyOf).toList();
  }

  static Concept of(String word) {
    return new Concept(List.of(List.of(word)));
  }

  List<String> typed() {
    return ways.getFirst();
  }
}
