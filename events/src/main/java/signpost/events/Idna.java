package signpost.events;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names to ASCII as UTS #46 asks (non-transitional), as far as the JDK's Unicode tables allow:
 * {@code java.net.IDN} follows IDNA2003 and would send {@code straße.de} to {@code strasse.de}.
 */
final class Idna {
  private static final String PREFIX = "xn--";
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final String VIRAMAS =
      "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0F84"
          + "\u1039\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA8C4"
          + "\uA953\uA9C0\uAAF6\uABED";

  private Idna() {}

  /** The name in ASCII, or nothing if it is not a valid one. */
  static Optional<String> toAscii(String name) {
    boolean ascii = name.chars().allMatch(c -> c < 0x80);
    String lower = ascii ? name.toLowerCase(Locale.ROOT) : map(name);
    List<String> labels = new ArrayList<>();
    for (String label : lower.split("\\.", -1)) {
      Optional<String> encoded = label(label);
      if (encoded.isEmpty()) {
        return Optional.empty();
      }
      labels.add(encoded.get());
    }
    return Optional.of(String.join(".", labels));
  }

  private static Optional<String> label(String label) {
    if (label.startsWith(PREFIX)) {
      return Punycode.decode(label.substring(PREFIX.length()))
          .filter(text -> text.chars().anyMatch(c -> c >= 0x80))
          .filter(text -> map(text).equals(text) && valid(text))
          .map(text -> label);
    }
    if (label.chars().allMatch(c -> c < 0x80)) {
      return Optional.of(label);
    }
    return valid(label) ? Optional.of(PREFIX + Punycode.encode(label)) : Optional.empty();
  }

  /** Lower case, compatibility forms composed, ignorable characters and odd dots gone. */
  private static String map(String name) {
    var out = new StringBuilder(name.length());
    name.codePoints()
        .filter(c -> !ignored(c))
        .map(c -> c == 0x3002 || c == 0xFF0E || c == 0xFF61 ? '.' : c)
        .mapToObj(c -> Character.toString(c).toLowerCase(Locale.ROOT))
        .forEach(out::append);
    String composed = Normalizer.normalize(out, Normalizer.Form.NFKC);
    var folded = new StringBuilder(composed.length());
    composed
        .codePoints()
        .mapToObj(c -> Character.toString(c).toLowerCase(Locale.ROOT))
        .forEach(folded::append);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private static boolean ignored(int c) {
    return c == 0xAD
        || c == 0x34F
        || c == 0x200B
        || c == 0x2060
        || c == 0x2064
        || c == 0xFEFF
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean valid(String label) {
    if (label.isEmpty() || mark(label.codePointAt(0))) {
      return false;
    }
    int previous = 0;
    for (int c : label.codePoints().toArray()) {
      if ((c == ZWNJ || c == ZWJ) ? !joinerFits(previous, c) : !allowed(c)) {
        return false;
      }
      previous = c;
    }
    return IdnaBidi.valid(label);
  }

  private static boolean joinerFits(int previous, int joiner) {
    boolean cursive =
        joiner == ZWNJ
            && previous != 0
            && (Character.UnicodeScript.of(previous) == Character.UnicodeScript.ARABIC
                || Character.UnicodeScript.of(previous) == Character.UnicodeScript.SYRIAC);
    return cursive || (previous != 0 && VIRAMAS.indexOf(previous) >= 0);
  }

  private static boolean mark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean allowed(int c) {
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFFFD && c != '.';
    };
  }
}
