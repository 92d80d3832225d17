package signpost.web.politeness;

import java.nio.charset.StandardCharsets;

/**
 * Paths of URLs and of rules in the one form in which they are compared (RFC 9309 §2.2.2): escapes
 * of unreserved characters undone, everything that no URL may carry raw escaped, escapes in capital
 * letters.
 */
final class RobotsPath {
  private static final String HEX = "0123456789ABCDEF";
  private static final String UNRESERVED = "-._~";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

  private RobotsPath() {}

  /** Path and query of a URL; a star or a dollar in it is no wildcard. */
  static String ofUrl(String target) {
    return comparable(target).replace("*", "%2A").replace("$", "%24");
  }

  /** The value of a rule, its wildcards still in it. */
  static String ofRule(String value) {
    return comparable(value);
  }

  private static String comparable(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    var out = new StringBuilder(in.length);
    boolean query = false;
    for (int i = 0; i < in.length; i++) {
      char c = (char) (in[i] & 0xFF);
      if (c == '%' && i + 2 < in.length && digit(in[i + 1]) >= 0 && digit(in[i + 2]) >= 0) {
        escaped(out, digit(in[i + 1]) << 4 | digit(in[i + 2]), query);
        i += 2;
      } else if (c == '%' || unreserved(c) || RESERVED.indexOf(c) >= 0) {
        query |= c == '?';
        out.append(c);
      } else {
        escape(out, c);
      }
    }
    return out.toString();
  }

  /** The RFC's table makes no difference between {@code :} and {@code %3A} after the query mark. */
  private static void escaped(StringBuilder out, int c, boolean query) {
    if (unreserved((char) c) || (query && (c == ':' || c == '/'))) {
      out.append((char) c);
    } else {
      escape(out, c);
    }
  }

  private static void escape(StringBuilder out, int c) {
    out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
  }

  private static boolean unreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }
}
