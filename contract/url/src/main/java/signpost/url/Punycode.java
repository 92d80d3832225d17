package signpost.url;

import java.util.Optional;

/** Reads Punycode, RFC 3492. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_POINT = 0x80;
  private static final int LONGEST = 1_000;

  private Punycode() {}

  /** What the letters after {@code xn--} stand for, if they do. */
  static Optional<String> decode(String code) {
    if (code.length() > LONGEST || code.chars().anyMatch(c -> c >= FIRST_POINT)) {
      return Optional.empty();
    }
    int dash = code.lastIndexOf('-');
    var out = new StringBuilder(dash > 0 ? code.substring(0, dash) : "");
    int length = out.length();
    int at = dash > 0 ? dash + 1 : 0;
    long point = FIRST_POINT;
    int bias = FIRST_BIAS;
    long i = 0;
    while (at < code.length()) {
      long before = i;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < code.length() ? digit(code.charAt(at++)) : -1;
        if (digit < 0 || i > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
          return Optional.empty();
        }
        i += digit * weight;
        int threshold = threshold(k, bias);
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
      }
      bias = adapt(i - before, length + 1, before == 0);
      point += i / (length + 1);
      i %= length + 1;
      if (point > Character.MAX_CODE_POINT || (point >= 0xD800 && point <= 0xDFFF)) {
        return Optional.empty();
      }
      out.insert(out.offsetByCodePoints(0, (int) i), Character.toString((int) point));
      i++;
      length++;
    }
    return Optional.of(out.toString());
  }

  private static int threshold(int k, int bias) {
    return Math.clamp(k - bias, T_MIN, T_MAX);
  }

  private static int adapt(long delta, int points, boolean first) {
    long scaled = first ? delta / 700 : delta / 2;
    scaled += scaled / points;
    int k = 0;
    while (scaled > (BASE - T_MIN) * T_MAX / 2) {
      scaled /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * scaled / (scaled + 38));
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
