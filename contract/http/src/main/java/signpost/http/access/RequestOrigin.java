package signpost.http.access;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request says of who sends it. Only what browsers let no page forge is believed. */
public record RequestOrigin(
    Optional<AskedHost> host,
    Optional<String> origin,
    Optional<String> fetchSite,
    Optional<String> authorization) {

  /** Reads it from a request's headers, by their names. */
  public static RequestOrigin of(Function<String, @Nullable String> header) {
    return new RequestOrigin(
        Optional.ofNullable(header.apply("host")).flatMap(AskedHost::of),
        Optional.ofNullable(header.apply("origin")),
        Optional.ofNullable(header.apply("sec-fetch-site")),
        Optional.ofNullable(header.apply("authorization")));
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
