package signpost.search.rank;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing asked for and every way to say it, each as the index's words; first as typed. {@code
 * times}: how often it was typed, which is how much it counts. {@code weight}: how much it tells,
 * by how few documents have it in its commonest way; 0 where none has. {@code typedAs}: how its
 * letters were typed.
 */
public record QueryConcept(List<List<String>> ways, int times, double weight, TypedAs typedAs) {
  public QueryConcept {
    ways = ways.stream().map(List::copyOf).toList();
  }

  static QueryConcept of(List<List<String>> ways) {
    return new QueryConcept(ways, 1, 0, TypedAs.WORD);
  }

  /** Single words that say it too. */
  QueryConcept or(List<String> words) {
    List<List<String>> more = new ArrayList<>(ways);
    words.forEach(word -> more.add(List.of(word)));
    return new QueryConcept(more, times, weight, typedAs);
  }

  /** The same, typed once more. */
  QueryConcept again() {
    return new QueryConcept(ways, times + 1, weight, typedAs);
  }

  /** The same, with what the index knows of it. */
  QueryConcept weighing(double known) {
    return new QueryConcept(ways, times, known, typedAs);
  }

  /** The same, typed so. */
  QueryConcept typed(TypedAs letters) {
    return new QueryConcept(ways, times, weight, letters);
  }

  List<String> typed() {
    return ways.getFirst();
  }
}
