package signpost.notifier.follow;

import java.util.List;

/** What a search finds now; {@code whole}: whether that is all of it. */
public record FoundAnswer(List<FoundResource> pages, boolean whole) {
  public FoundAnswer {
    pages = List.copyOf(pages);
  }
}
