package signpost.catalogue;

import java.util.regex.Pattern;

/** A URL in which {@code *} stands for any text; without one it is a prefix. */
final class UrlPattern {
  private UrlPattern() {}

  /** In linear time: the stars are matched from the left, each as early as it can be. */
  static boolean matches(String pattern, String href) {
    if (pattern.indexOf('*') < 0) {
      return href.startsWith(pattern);
    }
    String[] parts = pattern.split(Pattern.quote("*"), -1);
    String last = parts[parts.length - 1];
    if (!href.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = href.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return href.length() - last.length() >= at && href.endsWith(last);
  }
}
