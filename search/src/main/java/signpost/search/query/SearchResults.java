package signpost.search.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.search.rank.DocumentRanker;

/**
 * Results, best first. {@code corrected} is what was searched for where nobody ever wrote a word
 * that was typed, {@code suggestion} what might have been meant; {@code relaxed} when fewer of the
 * words had to be found than usual; {@code next} where the results go on.
 */
public record SearchResults(
    TotalHits total,
    List<SearchHit> hits,
    Map<String, List<FacetCount>> facets,
    Optional<String> corrected,
    Optional<String> suggestion,
    boolean relaxed,
    Optional<SearchCursor> next) {
  public SearchResults {
    hits = List.copyOf(hits);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }

  /** How many there are; beyond a thousand only that there are more. */
  public record TotalHits(long value, boolean more) {
    static final long COUNTED = DocumentRanker.COUNTED;

    static TotalHits of(long exact) {
      return exact > COUNTED ? new TotalHits(COUNTED, true) : new TotalHits(exact, false);
    }

    @Override
    public String toString() {
      return more ? "1,000+" : String.format(java.util.Locale.UK, "%,d", value);
    }
  }

  /** One value of a facet and how many results choosing it would leave or add. */
  public record FacetCount(String value, long count, boolean chosen) {}
}
