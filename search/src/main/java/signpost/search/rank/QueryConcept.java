package signpost.search.rank;

import java.util.ArrayList;
import java.util.List;

/** One thing asked for and every way to say it, each as the index's words; first as typed. */
public record QueryConcept(List<List<String>> ways) {
  public QueryConcept {
    ways = ways.stream().map(List::copyOf).toList();
  }

  /** Single words that say it too. */
  QueryConcept or(List<String> words) {
    List<List<String>> more = new ArrayList<>(ways);
    words.forEach(word -> more.add(List.of(word)));
    return new QueryConcept(more);
  }

  List<String> typed() {
    return ways.getFirst();
  }
}
