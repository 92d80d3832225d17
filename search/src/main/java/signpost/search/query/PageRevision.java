package signpost.search.query;

import java.util.Objects;
import signpost.events.ChangeEvent.PageChanged;

/** One revision of a page, and whether the ones before and after it are kept too. */
public record PageRevision(PageChanged change, boolean hasEarlier, boolean hasLater) {
  public PageRevision {
    Objects.requireNonNull(change, "change");
  }
}
