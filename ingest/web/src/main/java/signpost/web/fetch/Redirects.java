package signpost.web.fetch;

import java.util.Optional;

/**
 * Tells where an answer leads on.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#redirect-status">Fetch standard</a>
 */
public final class Redirects {
  /** How many are followed in a row. */
  public static final int MOST = 10;

  private Redirects() {}

  /** The address as the server wrote it; empty if the answer is no redirect, or says no place. */
  public static Optional<String> location(int status, Headers headers) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> headers.first("location");
      default -> Optional.empty();
    };
  }
}
