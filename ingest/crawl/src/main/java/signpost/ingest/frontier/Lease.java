package signpost.ingest.frontier;

import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/**
 * A URL handed to a fetcher and not yet answered. The host is leased with it, so one worker at a
 * time visits it; {@code token} fences off a worker that answers after its lease ran out.
 */
public record Lease(
    CanonicalUrl url,
    String requestUrl,
    String host,
    long token,
    TargetKind kind,
    boolean crawled,
    Optional<String> etag,
    Optional<String> lastModified,
    Optional<String> pace) {
  public Lease {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(requestUrl, "requestUrl");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(etag, "etag");
    Objects.requireNonNull(lastModified, "lastModified");
    Objects.requireNonNull(pace, "pace");
  }
}
