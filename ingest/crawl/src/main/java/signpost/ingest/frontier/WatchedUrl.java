package signpost.ingest.frontier;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/**
 * A target to be known. {@code requestUrl} is asked for (tracking parameters and all), {@code url}
 * is who it is. {@code placed}: findings may be opened for it.
 */
public record WatchedUrl(
    CanonicalUrl url,
    String requestUrl,
    TargetKind kind,
    boolean placed,
    Optional<String> source,
    int depth,
    Instant dueAt) {
  public WatchedUrl {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(requestUrl, "requestUrl");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(dueAt, "dueAt");
  }
}
