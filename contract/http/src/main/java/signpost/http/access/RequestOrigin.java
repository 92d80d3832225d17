package signpost.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request says of who sends it. Only what browsers let no page forge is believed. */
public record RequestOrigin(
    Optional<AskedHost> host,
    Optional<String> origin,
    Optional<String> fetchSite,
    Optional<String> authorization) {
  private static final String BEARER = "Bearer ";

  /** Reads it from a request's headers, by their names. */
  public static RequestOrigin of(Function<String, @Nullable String> header) {
    return new RequestOrigin(
        Optional.ofNullable(header.apply("host")).flatMap(AskedHost::of),
        Optional.ofNullable(header.apply("origin")),
        Optional.ofNullable(header.apply("sec-fetch-site")),
        Optional.ofNullable(header.apply("authorization")));
  }

  /** The token that such a header brings (RFC 6750); nothing where it brings none. */
  public static Optional<String> token(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /** Whether it brings this very token. */
  boolean bears(String token) {
    return authorization
        .flatMap(RequestOrigin::token)
        .filter(it -> MessageDigest.isEqual(token.getBytes(UTF_8), it.getBytes(UTF_8)))
        .isPresent();
  }

  /** Whether a browser says that another site's page asks. */
  public boolean isOtherSite() {
    return fetchSite.filter(it -> !it.equals("same-origin") && !it.equals("none")).isPresent();
  }

  /** Whether a browser says that the page that asks came from the very address it asks. */
  public boolean isSameOrigin() {
    return fetchSite.filter("same-origin"::equals).isPresent();
  }
}
