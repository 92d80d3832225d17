package signpost.url;

import java.util.Locale;
import java.util.Optional;

/** The host parser of the WHATWG URL standard: names, IPv4 numbers in every form, IPv6. */
final class UrlHost {
  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

  private UrlHost() {}

  /** The host as serialised, or nothing if the text is none. */
  static Optional<String> parse(String text, boolean opaque) {
    if (text.startsWith("[")) {
      return text.endsWith("]")
          ? Ipv6Text.parse(text.substring(1, text.length() - 1)).map(ip -> "[" + ip + "]")
          : Optional.empty();
    }
    if (opaque) {
      return text.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)
          ? Optional.empty()
          : Optional.of(PercentCode.CONTROL.encode(text));
    }
    return Idna.toAscii(PercentCode.decode(text))
        .filter(name -> !name.isEmpty() && name.chars().noneMatch(UrlHost::forbiddenInDomain))
        .flatMap(name -> endsInNumber(name) ? ipv4(name) : Optional.of(name));
  }

  private static boolean forbiddenInDomain(int c) {
    return FORBIDDEN.indexOf(c) >= 0 || c <= 0x1F || c == '%' || c == 0x7F;
  }

  private static boolean endsInNumber(String name) {
    String trimmed = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    String last = trimmed.substring(trimmed.lastIndexOf('.') + 1);
    boolean digits = !last.isEmpty() && last.chars().allMatch(UrlParts::asciiDigit);
    return digits || ipv4Number(last) >= 0;
  }

  /** Dotted quads, and what browsers take for them: {@code 0x7f.1}, {@code 017700000001}. */
  private static Optional<String> ipv4(String name) {
    String trimmed = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    String[] parts = trimmed.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      long number = ipv4Number(parts[i]);
      boolean last = i == parts.length - 1;
      long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
      if (number < 0 || number >= limit) {
        return Optional.empty();
      }
      address += last ? number : number << (8 * (3 - i));
    }
    return Optional.of(
        (address >> 24)
            + "."
            + ((address >> 16) & 255)
            + "."
            + ((address >> 8) & 255)
            + "."
            + (address & 255));
  }

  /** Decimal, octal with a leading 0, hexadecimal with 0x; −1 if it is no number. */
  private static long ipv4Number(String part) {
    if (part.isEmpty()) {
      return -1;
    }
    boolean hex = part.toLowerCase(Locale.ROOT).startsWith("0x");
    int radix = hex ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
    String digits = part.substring(hex ? 2 : radix == 8 ? 1 : 0);
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c > 0x7F ? -1 : Character.digit(c, radix);
      if (digit < 0) {
        return -1;
      }
      number = Math.min(number * radix + digit, 1L << 40);
    }
    return number;
  }
}
