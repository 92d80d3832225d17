package signpost.notifier.store;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104): who has no key can neither make one nor try what it was made of. */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private KeyedHash() {}

  /** Thirty-two bytes. */
  public static byte[] of(byte[] key, byte[] words) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(words);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }
}
