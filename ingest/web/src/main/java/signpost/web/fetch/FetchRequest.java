package signpost.web.fetch;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import signpost.url.WebUrl;

/**
 * What to ask for: a URL, what we know of its last answer, and after how many bytes to stop reading
 * (the body is then said to be truncated, instead of the visit to be too large). {@code headers}
 * take the place of what we say by ourselves.
 */
public record FetchRequest(
    WebUrl url,
    Optional<CacheValidators> validators,
    OptionalInt truncateAt,
    Optional<String> cookies,
    Map<String, String> headers) {
  public FetchRequest {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(validators, "validators");
    Objects.requireNonNull(truncateAt, "truncateAt");
    Objects.requireNonNull(cookies, "cookies");
    headers = Map.copyOf(headers);
  }

  /** Without cookies: whoever follows redirects keeps those of a visit. */
  public FetchRequest(WebUrl url, Optional<CacheValidators> validators, OptionalInt truncateAt) {
    this(url, validators, truncateAt, Optional.empty(), Map.of());
  }

  public FetchRequest(WebUrl url, Optional<CacheValidators> validators) {
    this(url, validators, OptionalInt.empty());
  }

  /** The next request of the same visit, after a redirect. */
  public FetchRequest next(WebUrl to, Cookies kept) {
    return new FetchRequest(to, Optional.empty(), truncateAt, kept.header(to), headers);
  }

  /** A full request, without conditions. */
  public static FetchRequest of(WebUrl url) {
    return new FetchRequest(url, Optional.empty());
  }

  /** The same, with headers of its own. */
  public FetchRequest saying(Map<String, String> own) {
    return new FetchRequest(url, validators, truncateAt, cookies, own);
  }

  /** The headers of the last answer that make the next request conditional. */
  public record CacheValidators(Optional<String> etag, Optional<String> lastModified) {
    public CacheValidators {
      Objects.requireNonNull(etag, "etag");
      Objects.requireNonNull(lastModified, "lastModified");
    }

    /** Those an answer carries, if it carries any. */
    public static Optional<CacheValidators> of(Headers headers) {
      var found = new CacheValidators(headers.first("etag"), headers.first("last-modified"));
      return found.etag.isEmpty() && found.lastModified.isEmpty()
          ? Optional.empty()
          : Optional.of(found);
    }
  }
}
