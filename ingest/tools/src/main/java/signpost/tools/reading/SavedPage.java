package signpost.tools.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.url.WebUrl;

/** Where a saved page came from, as far as it says so itself. */
final class SavedPage {
  private static final int HEAD = 64 * 1024;
  private static final List<Pattern> STATED =
      List.of(
          Pattern.compile("(?i)<!-- saved from url=\\(\\d+\\)(https?://[^\\s>]+)"),
          Pattern.compile(
              "(?i)<link\\b(?=[^>]{0,999}\\brel=[\"']?canonical\\b)[^>]{0,999}\\bhref=[\"']?(https?://[^\"'\\s>]+)"),
          Pattern.compile(
              "(?i)<meta\\b(?=[^>]{0,999}\\bproperty=[\"']?og:url\\b)[^>]{0,999}\\bcontent=[\"']?(https?://[^\"'\\s>]+)"));

  /**
   * The same for all: two files of one page differ in their names, and not in their links. No home
   * page: of those less is told.
   */
  private static final WebUrl UNKNOWN = WebUrl.of("http://unknown.invalid/saved-page");

  private SavedPage() {}

  /** The page's own statement, or an address under a host that does not exist. */
  static WebUrl address(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("&amp;", "&");
    return STATED.stream()
        .map(pattern -> pattern.matcher(head))
        .filter(Matcher::find)
        .map(found -> WebUrl.parse(found.group(1)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
