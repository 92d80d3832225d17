package signpost.search.query;

import java.util.List;
import java.util.Map;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.LinkEvent.HostTransition;
import signpost.search.index.JoinedPage;
import signpost.search.query.PageLookup.ListSlice;

/**
 * All that is known of one host: how many pages in which state of health (by its word in the index,
 * best first), how many of them stand in guides, which fare worst, what changed, and its trouble.
 */
public record SourceState(
    String host,
    String publisher,
    Map<String, Integer> health,
    int placed,
    List<JoinedPage> worst,
    ListSlice<PageChanged> changes,
    List<HostTransition> trouble) {
  public SourceState {
    worst = List.copyOf(worst);
    trouble = List.copyOf(trouble);
  }

  /** How many pages and resources. */
  public int known() {
    return health.values().stream().mapToInt(Integer::intValue).sum();
  }
}
