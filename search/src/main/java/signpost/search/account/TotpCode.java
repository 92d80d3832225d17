package signpost.search.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of six digits that an app shows for half a minute each (RFC 6238, HMAC-SHA-1). */
final class TotpCode {
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final int SECRET_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TotpCode() {}

  /** A new secret, in base32 as apps take it. */
  static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new Base32().encodeToString(bytes);
  }

  /**
   * The step that a code is of: the present one, or one beside it, as clocks differ.
   *
   * @param after only later steps count, so that a code that was seen is worth nothing
   */
  static OptionalLong step(String secret, String code, Instant now, long after) {
    long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    return LongStream.rangeClosed(present - 1, present + 1)
        .filter(step -> step > after && isSame(at(secret, step), code))
        .findFirst();
  }

  private static boolean isSame(String code, String given) {
    return MessageDigest.isEqual(code.getBytes(US_ASCII), given.getBytes(US_ASCII));
  }

  /** The code of a step. */
  static String at(String secret, long step) {
    byte[] hash =
        hmac(new Base32().decode(secret), ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return "%06d".formatted(number % MODULUS);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
