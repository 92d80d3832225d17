package signpost.ingest.frontier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.web.fetch.FetchRequest.CacheValidators;
import signpost.web.schedule.HintTrust;

/**
 * What is kept of a host's sitemaps, and of the feed that stands in for them.
 *
 * @param askedAt when they were last asked for, one after the other
 * @param files those asked for so far
 * @param feed the feed that a page of the host named
 */
public record HostHints(
    HintTrust trust, Optional<Instant> askedAt, List<HintFile> files, Optional<String> feed) {
  /** Of a host that was never asked. */
  public static final HostHints NEW =
      new HostHints(HintTrust.NEW, Optional.empty(), List.of(), Optional.empty());

  /** Of a large site there may be more of them; no more are told apart. */
  public static final int MOST_FILES = 200;

  public HostHints {
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(askedAt, "askedAt");
    files = List.copyOf(files);
    Objects.requireNonNull(feed, "feed");
  }

  /**
   * One sitemap, or a feed.
   *
   * @param useful whether it listed a watched page, or sitemaps; a feed may do so any day
   * @param index whether it lists sitemaps and no pages
   * @param pages how many pages of its host were read when it was asked for
   * @param askedAt when it last answered with a list
   */
  public record HintFile(
      String url,
      Optional<CacheValidators> validators,
      boolean useful,
      boolean index,
      int pages,
      Instant askedAt) {
    public HintFile {
      Objects.requireNonNull(askedAt, "askedAt");
    }
  }

  /** Whether a sitemap says when watched pages changed: then a feed adds nothing to it. */
  public boolean hasUsefulSitemap() {
    return files.stream()
        .anyMatch(it -> it.useful() && !it.index() && feed.filter(it.url()::equals).isEmpty());
  }

  /** Knowing the feed that a page named. */
  public HostHints naming(String named) {
    return new HostHints(trust, askedAt, files, Optional.of(named));
  }

  /** Without a feed, and what is known of the one there was. */
  public HostHints withoutFeed() {
    return new HostHints(
        trust,
        askedAt,
        files.stream().filter(it -> feed.filter(it.url()::equals).isEmpty()).toList(),
        Optional.empty());
  }

  /** The same, trusted as it is now. */
  public HostHints trusting(HintTrust now) {
    return new HostHints(now, askedAt, files, feed);
  }

  /** The same, asked now. */
  public HostHints asked(Instant now) {
    return new HostHints(trust, Optional.of(now), files, feed);
  }

  /** With what is known of a file now. */
  public HostHints with(HintFile file) {
    List<HintFile> all = new ArrayList<>(files);
    all.removeIf(it -> it.url().equals(file.url()));
    all.addFirst(file);
    List<HintFile> kept = all.subList(0, Math.min(all.size(), MOST_FILES));
    return new HostHints(trust, askedAt, kept, feed);
  }

  /** What is known of a file. */
  public Optional<HintFile> file(String url) {
    return files.stream().filter(it -> it.url().equals(url)).findFirst();
  }
}
