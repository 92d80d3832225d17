package signpost.catalogue;

import java.util.List;
import java.util.Objects;
import signpost.url.WebUrl;

/**
 * A publisher's site, or part of it, crawled for search and discovery. {@code include} and {@code
 * exclude} are URL patterns in which {@code *} stands for any text.
 */
public record Source(
    String id,
    WebUrl start,
    List<String> include,
    List<String> exclude,
    int maxPages,
    ReadingSchedule schedule,
    boolean ours,
    List<String> owners) {
  /** Pages visited where the file does not say. */
  public static final int DEFAULT_MAX_PAGES = 500;

  public Source {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(start, "start");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    if (maxPages < 1) {
      throw new IllegalArgumentException("maxPages must be positive: " + maxPages);
    }
    Objects.requireNonNull(schedule, "schedule");
    owners = List.copyOf(owners);
  }

  /** Whether a page found on the way belongs to this source. */
  public boolean covers(WebUrl page) {
    String href = page.withoutFragment().href();
    return include.stream().anyMatch(it -> UrlPattern.matches(it, href))
        && exclude.stream().noneMatch(it -> UrlPattern.matches(it, href));
  }
}
