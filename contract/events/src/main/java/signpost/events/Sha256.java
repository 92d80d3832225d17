package signpost.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits: 64 of them, of which few may do. */
public final class Sha256 {
  private Sha256() {}

  /** That of a text as UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** That of bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(function().digest(bytes));
  }

  /** The function itself, for whoever has more than a text. */
  public static MessageDigest function() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
