package signpost.search.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * What a browser keeps while its person is at the provider: nobody else can then finish what it
 * began, nor make it finish what they began.
 *
 * @param state comes back in the answer
 * @param nonce comes back in the token
 * @param verifier proves to the provider that the code is ours (RFC 7636)
 * @param to where they go then
 */
public record PendingSignIn(String state, String nonce, String verifier, String to) {
  private static final int PARTS = 4;

  /** As a cookie holds it. */
  public String written() {
    return String.join(
        ".",
        state,
        nonce,
        verifier,
        Base64.getUrlEncoder().withoutPadding().encodeToString(to.getBytes(UTF_8)));
  }

  /** What a cookie holds; nothing where it was not written by us. */
  public static Optional<PendingSignIn> read(String cookie) {
    String[] parts = cookie.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      String to = new String(Base64.getUrlDecoder().decode(parts[3]), UTF_8);
      return Optional.of(new PendingSignIn(parts[0], parts[1], parts[2], to));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
