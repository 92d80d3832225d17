package signpost.search.rank;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import signpost.search.rank.RankQueries.WantedWords;

/**
 * What was typed, understood: its concepts, {@code mended} where words nobody ever wrote were taken
 * for others; {@code hasMeaning}: whether it can be asked by its meaning, which what means nothing
 * to us has not, nor Welsh, which the embedding model cannot read; {@code counts}: of the view of
 * the index it was read by.
 */
public record ParsedQuery(
    TypedText typed,
    List<QueryConcept> concepts,
    Optional<String> mended,
    boolean hasMeaning,
    WordCounts counts) {
  public ParsedQuery {
    concepts = List.copyOf(concepts);
  }

  /** Nothing was asked for. */
  public boolean isBlank() {
    return typed.isEmpty();
  }

  /** No letter was typed: who asks for numbers wants those, and others only where no page has. */
  public boolean isOfNumbers() {
    return typed.isOfNumbers();
  }

  /** What a result must match where the best come first. */
  public Query strict() {
    return matching(new WantedWords(RankQueries.mustMatch(concepts.size()), true));
  }

  /** What a result must match where another order than the best is asked for. */
  public Query strictest() {
    return matching(new WantedWords(RankQueries.nearlyAll(concepts.size()), false));
  }

  /** Returns a query that one concept is enough to match. It scores as {@link #strict()} does. */
  public Query loose() {
    return RankQueries.of(typed, concepts, new WantedWords(1, true));
  }

  private Query matching(WantedWords wanted) {
    return isBlank() ? RankQueries.everything() : RankQueries.of(typed, concepts, wanted);
  }

  /** What every result must have, and what none may. */
  List<Query> conditions() {
    return RankQueries.conditions(typed);
  }

  /** The words to show where they stand. */
  public Query words() {
    return RankQueries.words(concepts);
  }
}
