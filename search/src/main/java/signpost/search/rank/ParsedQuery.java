package signpost.search.rank;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * What was typed, understood: its concepts, {@code mended} where words nobody ever wrote were taken
 * for others, and whether it is in Welsh, which the embedding model cannot read; {@code counts}: of
 * the view of the index it was read by.
 */
public record ParsedQuery(
    TypedText typed,
    List<QueryConcept> concepts,
    Optional<String> mended,
    boolean welsh,
    WordCounts counts) {
  public ParsedQuery {
    concepts = List.copyOf(concepts);
  }

  /** Nothing was asked for. */
  public boolean isBlank() {
    return typed.isEmpty();
  }

  /** What a result must match where the best come first. */
  public Query strict() {
    return matching(RankQueries.mustMatch(concepts.size()));
  }

  /** What a result must match where another order than the best is asked for. */
  public Query strictest() {
    return matching(RankQueries.nearlyAll(concepts.size()));
  }

  /** Returns a query that one concept is enough to match. It scores as {@link #strict()} does. */
  public Query loose() {
    return RankQueries.of(typed, concepts, 1);
  }

  private Query matching(int least) {
    return isBlank() ? RankQueries.everything() : RankQueries.of(typed, concepts, least);
  }

  /** What stood between quotation marks: every result must have it. */
  List<Query> phrases() {
    return RankQueries.phrases(typed);
  }

  /** The words to show where they stand. */
  public Query words() {
    return RankQueries.words(concepts);
  }
}
