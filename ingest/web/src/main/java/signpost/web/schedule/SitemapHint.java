package signpost.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a sitemap says of the pages that are watched, held against what it said before. Pure. */
public sealed interface SitemapHint {
  /** So many lines changed at once are no coincidence, should they be most of those we know. */
  int MANY = 3;

  /** Clocks and time zones differ. */
  Duration AHEAD = Duration.ofDays(1);

  /** These pages have changed; none where it says nothing new. */
  record ChangedPages(List<ListedPage> pages) implements SitemapHint {
    public ChangedPages {
      pages = List.copyOf(pages);
    }
  }

  /** It says of most pages that they have changed: it gives the time at which it was made. */
  record SitemapLie() implements SitemapHint {}

  /**
   * One line.
   *
   * @param before what it gave before as the time of the last change, if it is known
   */
  record ListedPage(String url, Optional<String> before, String listed) {
    private boolean isNew(Instant now) {
      Optional<Instant> then = before.flatMap(ListedTime::of);
      Optional<Instant> last = ListedTime.of(listed).filter(it -> !it.isAfter(now.plus(AHEAD)));
      return then.isPresent() && last.filter(then.get()::isBefore).isPresent();
    }
  }

  /** What the lines of watched pages say. */
  static SitemapHint of(List<ListedPage> lines, Instant now) {
    List<ListedPage> fresh = lines.stream().filter(it -> it.isNew(now)).toList();
    long known = lines.stream().filter(it -> it.before().isPresent()).count();
    return fresh.size() >= MANY && 2L * fresh.size() > known
        ? new SitemapLie()
        : new ChangedPages(fresh);
  }
}
