package signpost.search.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.Sha256;

/**
 * What pages load: the stylesheet (govuk-frontend without its fonts, which are licensed for GOV.UK
 * alone, and ours on top), the script, the icon. Names hold hashes, so that browsers may keep them
 * for ever.
 */
@Singleton
final class PageAssets {
  private static final String GOVUK =
      "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css";
  private static final String OURS = "/signpost/search/signpost.css";
  private static final String SCRIPT = "/signpost/search/signpost.js";
  private static final String ICON = "/signpost/search/icon.svg";
  private static final String SYSTEM_FONT =
      "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif";

  private static final int HASH_DIGITS = 12;

  private final StaticAsset stylesheet =
      StaticAsset.of("css", "text/css;charset=utf-8", withoutTheirFont(read(GOVUK)) + read(OURS));
  private final StaticAsset script =
      StaticAsset.of("js", "text/javascript;charset=utf-8", read(SCRIPT));
  private final StaticAsset icon = StaticAsset.of("svg", "image/svg+xml", read(ICON));

  /** A file for browsers. */
  record StaticAsset(String name, String type, String text) {
    static StaticAsset of(String ending, String type, String text) {
      return new StaticAsset(
          "signpost-" + Sha256.of(text).substring(0, HASH_DIGITS) + "." + ending, type, text);
    }
  }

  StaticAsset stylesheet() {
    return stylesheet;
  }

  StaticAsset script() {
    return script;
  }

  StaticAsset icon() {
    return icon;
  }

  Optional<StaticAsset> named(String name) {
    return Stream.of(stylesheet, script, icon).filter(it -> it.name().equals(name)).findFirst();
  }

  private static String withoutTheirFont(String govuk) {
    return govuk
        .replaceAll("/\\*! Copyright \\(c\\) 2011[^*]*\\*/", "")
        .replaceAll("@font-face\\{[^}]*\\}", "")
        .replace("GDS Transport,arial,sans-serif", SYSTEM_FONT);
  }

  private static String read(String resource) {
    try (InputStream file = PageAssets.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + " is missing from the jars");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
