package signpost.search.account;

import java.security.SecureRandom;
import java.util.Base64;
import signpost.events.Sha256;

/** Words that nobody can guess, 256 bits of them, and the digest under which we keep them. */
public final class SecretToken {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private SecretToken() {}

  /** New ones, of letters that need no escape in an address, a header or a cookie. */
  public static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 suffices: what has 256 bits of chance is not found by trying. */
  static String digest(String token) {
    return Sha256.of(token);
  }
}
