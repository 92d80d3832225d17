package signpost.web.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import signpost.url.WebUrl;

/**
 * An HTTP proxy that stands between us and the web.
 *
 * @param address where it is; {@code https:} is encrypted up to it
 * @param username who signs in at it (RFC 7617); empty signs nobody in
 * @param resolves whether it alone looks names up: the guard then judges written addresses, and
 *     cannot know where a name leads
 */
public record OutboundProxy(WebUrl address, String username, String password, boolean resolves) {
  /** The configuration key that says where it is. */
  public static final String KEY = "signpost.fetch.proxy.url";

  /**
   * One that is given as text.
   *
   * @throws IllegalArgumentException naming the key to mend
   */
  public static OutboundProxy of(
      String address, String username, String password, boolean resolves) {
    WebUrl url =
        WebUrl.parse(address)
            .filter(it -> it.web() && !it.hasUserinfo() && it.target().equals("/"))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s: “%s” is not like http://proxy.example:3128; who signs in stands in"
                            .formatted(KEY, address.replaceFirst("(?s)^.*@", "…@"))
                        + " signpost.fetch.proxy.username and signpost.fetch.proxy.password."));
    if (username.contains(":")) {
      throw new IllegalArgumentException(
          "signpost.fetch.proxy.username cannot have a colon in it.");
    }
    return new OutboundProxy(url, username, password, resolves);
  }

  /** What each request to it says of us. */
  Optional<String> authorization() {
    return username.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }

  /** Our own way out is shut, which says nothing of whom we wanted to reach. */
  VisitEnded trouble(String what) {
    return VisitEnded.refused("the proxy " + address.authority() + " " + what);
  }

  /** It does not know us. */
  VisitEnded unauthorised() {
    return trouble(
        "wants to know who we are: see signpost.fetch.proxy.username and"
            + " signpost.fetch.proxy.password");
  }

  /** Without what must not be seen. */
  @Override
  public String toString() {
    return "proxy " + address.authority();
  }
}
