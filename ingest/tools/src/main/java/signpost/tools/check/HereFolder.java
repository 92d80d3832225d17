package signpost.tools.check;

import java.nio.file.Path;
import java.util.Locale;

/** Says where files are so that another machine's checkout understands it: from this folder on. */
final class HereFolder {
  private static final String HERE =
      Path.of("").toAbsolutePath().normalize().toUri().toString().replaceFirst("^file:/+", "/");

  private HereFolder() {}

  /** A target's address; of a file in or below this folder {@code file:docs/a.md}. */
  static String address(String url) {
    return url.startsWith("file://" + HERE)
        ? "file:" + url.substring("file://".length() + HERE.length())
        : url;
  }

  /** A page or file as it is shown, with slashes on every system. */
  static String page(String page) {
    return web(page) ? page : page.replace('\\', '/');
  }

  static boolean web(String page) {
    String lower = page.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}
