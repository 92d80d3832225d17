package signpost.url;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The identity of a page: the URL as browsers serialise it, without fragment and tracking
 * parameters. The request keeps them; trailing slashes and {@code www.} are never touched.
 */
public record CanonicalUrl(@JsonValue String value) {
  private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "cn-reloaded");

  /**
   * @throws IllegalArgumentException if the value is not an identity: use {@link #parse}
   */
  @JsonCreator
  public CanonicalUrl {
    Objects.requireNonNull(value, "value");
    if (!identity(WebUrl.of(value)).equals(value)) {
      throw new IllegalArgumentException("Not canonical: " + value);
    }
  }

  public static CanonicalUrl of(WebUrl url) {
    return new CanonicalUrl(identity(url));
  }

  /** The identity of a URL as written, or nothing if it is not one. */
  public static Optional<CanonicalUrl> parse(String text) {
    return WebUrl.parse(text).map(CanonicalUrl::of);
  }

  /** The identity of a URL as text, for those who compare many and keep none. */
  public static String identity(WebUrl url) {
    String href = url.withoutFragment().href();
    if (url.query().isEmpty()) {
      return href;
    }
    String query = url.query().get();
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> !tracking(parameter))
            .collect(Collectors.joining("&"));
    if (kept.equals(query)) {
      return href;
    }
    String bare = href.substring(0, href.length() - query.length() - 1);
    return kept.isEmpty() ? bare : bare + "?" + kept;
  }

  private static boolean tracking(String parameter) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    String lower = PercentCode.decode(name).toLowerCase(Locale.ROOT);
    return lower.startsWith("utm_") || TRACKING.contains(lower);
  }

  public WebUrl url() {
    return WebUrl.of(value);
  }

  public String host() {
    return url().host();
  }

  public String origin() {
    return url().origin();
  }

  @Override
  public String toString() {
    return value;
  }
}
