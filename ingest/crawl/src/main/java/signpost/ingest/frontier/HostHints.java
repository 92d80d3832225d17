package signpost.ingest.frontier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.web.fetch.FetchRequest.CacheValidators;
import signpost.web.schedule.HintTrust;

/**
 * What is kept of a host's sitemaps.
 *
 * @param askedAt when they were last asked for, one after the other
 * @param files those asked for so far
 */
public record HostHints(HintTrust trust, Optional<Instant> askedAt, List<HintFile> files) {
  /** Of a host that was never asked. */
  public static final HostHints NEW = new HostHints(HintTrust.NEW, Optional.empty(), List.of());

  /** Of a large site there may be more of them; no more are told apart. */
  public static final int MOST_FILES = 200;

  public HostHints {
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(askedAt, "askedAt");
    files = List.copyOf(files);
  }

  /**
   * One sitemap.
   *
   * @param useful whether it listed a watched page, or sitemaps
   */
  public record HintFile(String url, Optional<CacheValidators> validators, boolean useful) {}

  /** The same, trusted as it is now. */
  public HostHints trusting(HintTrust now) {
    return new HostHints(now, askedAt, files);
  }

  /** The same, asked now. */
  public HostHints asked(Instant now) {
    return new HostHints(trust, Optional.of(now), files);
  }

  /** With what is known of a file now. */
  public HostHints with(HintFile file) {
    List<HintFile> all = new ArrayList<>(files);
    all.removeIf(it -> it.url().equals(file.url()));
    all.addFirst(file);
    return new HostHints(trust, askedAt, all.subList(0, Math.min(all.size(), MOST_FILES)));
  }

  /** What is known of a file. */
  public Optional<HintFile> file(String url) {
    return files.stream().filter(it -> it.url().equals(url)).findFirst();
  }
}
