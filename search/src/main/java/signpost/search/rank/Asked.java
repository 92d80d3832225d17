package signpost.search.rank;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * What was typed, understood: its concepts, {@code mended} where words nobody ever wrote were taken
 * for others, and whether it is in Welsh, which the embedding model cannot read.
 */
public record Asked(
    TypedText typed, List<Concept> concepts, Optional<String> mended, boolean welsh) {
  public Asked {
    concepts = List.copyOf(concepts);
  }

  /** Nothing was asked for. */
  public boolean isBlank() {
    return typed.isEmpty();
  }

  /** What a result must match where the best come first. */
  public Query strict() {
    return matching(Ranking.mustMatch(concepts.size()));
  }

  /** What a result must match where another order than the best is asked for. */
  public Query strictest() {
    return matching(Ranking.nearlyAll(concepts.size()));
  }

  /** Returns a query that one concept is enough to match. It scores as {@link #strict()} does. */
  public Query loose() {
    return Ranking.of(typed, concepts, 1);
  }

  private Query matching(int least) {
    return isBlank() ? Ranking.everything() : Ranking.of(typed, concepts, least);
  }

  /** What stood between quotation marks: every result must have it. */
  List<Query> phrases() {
    return Ranking.phrases(typed);
  }

  /** The words to show where they stand. */
  public Query words() {
    return Ranking.words(concepts);
  }
}
