package signpost.web.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of a list begins with. */
final class ListMarker {
  private static final Pattern BULLET =
      Pattern.compile(
          "^(?:[•●▪‣◦·■□◆◇➢➔→✓✔►▶❖\\uf0b7\\uf0a7\\uf0d8\\uf0fc\\uf076]|[–—*o-](?=\\s))\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("^(?:\\d{1,3}[.)]|\\(?(?:[a-z]|[ivx]{1,5}|\\d{1,2})\\)|[a-z]\\.)\\s+(?=\\S)");

  private ListMarker() {}

  /** Whether it is nothing but a marker. */
  static boolean isMarker(String text) {
    return text.length() < 6
        && (BULLET.matcher(text + ' ').matches()
            || NUMBER.matcher(text + " x").replaceFirst("").equals("x"));
  }

  static boolean isBullet(String text) {
    return BULLET.matcher(text).find();
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).find();
  }

  /** Without a bullet; a number is part of what is said. */
  static String without(String text) {
    Matcher bullet = BULLET.matcher(text);
    return bullet.find() ? text.substring(bullet.end()) : text;
  }
}
