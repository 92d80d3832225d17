package signpost.http.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets our own modules and ops into a JSON API, and no page of the web. With a token, whoever has
 * it; without one, programs on this machine, at an address that no other can reach.
 */
public final class ApiDoor {
  /** The configuration key of the token. */
  public static final String TOKEN_KEY = "signpost.api.token";

  private static final int SHORTEST = 16;

  private final String token;

  private ApiDoor(String token) {
    this.token = token;
  }

  /**
   * The door of a server that listens there.
   *
   * @param module as its users know it
   * @throws UnguardedAddress where others could reach it and no token keeps them out
   */
  public static ApiDoor at(String module, String host, String token) {
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new UnguardedAddress(
          "%s is too short to keep anybody out: give it %d letters or more."
              .formatted(TOKEN_KEY, SHORTEST));
    }
    if (token.isEmpty() && !isLoopback(host)) {
      throw new UnguardedAddress(
          ("The %s would answer at %s to whoever asks, and its API is not for everybody. Let it"
                  + " listen at 127.0.0.1, or set %s to a secret, the same for all parts.")
              .formatted(module, host.isEmpty() ? "every address" : host, TOKEN_KEY));
    }
    return new ApiDoor(token);
  }

  /** Why somebody is not let in; empty for whoever is. */
  public Optional<String> refuses(RequestOrigin asker) {
    if (!token.isEmpty()) {
      return asker.bears(token)
          ? Optional.empty()
          : Optional.of("This API needs the token that " + TOKEN_KEY + " sets.");
    }
    boolean known = asker.host().filter(it -> it.isLoopback() || it.isLiteral()).isPresent();
    return known && !asker.isOtherSite() && asker.origin().isEmpty()
        ? Optional.empty()
        : Optional.of("This API is for programs on this machine, not for pages of the web.");
  }

  /** Whether an address that a server listens at can be reached from this machine alone. */
  public static boolean isLoopback(String host) {
    try {
      return !host.isEmpty()
          && Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
