package signpost.search.pages.ops;

import signpost.url.WebUrl;

/**
 * What a captured file is called when it is taken away: its own name and the day of the capture.
 */
final class SavedName {
  private static final int LONGEST = 60;

  private SavedName() {}

  /** Of letters, digits, dots, underscores and hyphens alone; {@code at} begins with the day. */
  static String of(String url, String at) {
    String path = WebUrl.parse(url).map(WebUrl::path).orElse("");
    String name = plain(path.substring(path.lastIndexOf('/') + 1));
    int dot = name.lastIndexOf('.');
    String bare = dot < 0 ? name : name.substring(0, dot);
    String end = dot < 0 ? "" : name.substring(dot);
    String day = plain(at.substring(0, Math.min(at.length(), "2026-03-02".length())));
    return cut(bare.isEmpty() ? "file" : bare) + "-" + day + cut(end);
  }

  private static String plain(String text) {
    return text.replaceAll("(?:%[0-9A-Fa-f]{2}|[^A-Za-z0-9._])+", "-");
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
