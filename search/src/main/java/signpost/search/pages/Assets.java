package signpost.search.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What pages load: the stylesheet (govuk-frontend without its fonts, which are licensed for GOV.UK
 * alone, and ours on top), the script, the icon. Names hold hashes, so that browsers may keep them
 * for ever.
 */
@Singleton
final class Assets {
  private static final String GOVUK =
      "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css";
  private static final String OURS = "/signpost/search/signpost.css";
  private static final String SCRIPT = "/signpost/search/signpost.js";
  private static final String ICON = "/signpost/search/icon.svg";
  private static final String SYSTEM_FONT =
      "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif";

  private final Asset stylesheet =
      Asset.of("css", "text/css;charset=utf-8", withoutTheirFont(read(GOVUK)) + read(OURS));
  private final Asset script = Asset.of("js", "text/javascript;charset=utf-8", read(SCRIPT));
  private final Asset icon = Asset.of("svg", "image/svg+xml", read(ICON));

  /** A file for browsers. */
  record Asset(String name, String type, String text) {
    static Asset of(String ending, String type, String text) {
      return new Asset("signpost-" + hash(text) + "." + ending, type, text);
    }
  }

  Asset stylesheet() {
    return stylesheet;
  }

  Asset script() {
    return script;
  }

  Asset icon() {
    return icon;
  }

  Optional<Asset> named(String name) {
    return Stream.of(stylesheet, script, icon).filter(it -> it.name().equals(name)).findFirst();
  }

  private static String withoutTheirFont(String govuk) {
    return govuk
        .replaceAll("/\\*! Copyright \\(c\\) 2011[^*]*\\*/", "")
        .replaceAll("@font-face\\{[^}]*\\}", "")
        .replace("GDS Transport,arial,sans-serif", SYSTEM_FONT);
  }

  private static String read(String resource) {
    try (InputStream file = Assets.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + " is missing from the jars");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
