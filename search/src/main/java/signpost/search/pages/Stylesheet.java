package signpost.search.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one stylesheet: govuk-frontend without its fonts (licensed for GOV.UK alone) and with ours on
 * top. Its name holds its own hash, so that browsers may keep it for ever.
 */
@Singleton
final class Stylesheet {
  private static final String GOVUK =
      "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css";
  private static final String OURS = "/signpost/search/signpost.css";
  private static final String SYSTEM_FONT =
      "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif";

  private final String css;
  private final String name;

  Stylesheet() {
    this.css = withoutTheirFont(read(GOVUK)) + read(OURS);
    this.name = "signpost-" + hash(css) + ".css";
  }

  String name() {
    return name;
  }

  String css() {
    return css;
  }

  private static String withoutTheirFont(String govuk) {
    return govuk
        .replaceAll("/\\*! Copyright \\(c\\) 2011[^*]*\\*/", "")
        .replaceAll("@font-face\\{[^}]*\\}", "")
        .replace("GDS Transport,arial,sans-serif", SYSTEM_FONT);
  }

  private static String read(String resource) {
    try (InputStream file = Stylesheet.class.getResourceAsStream(resource)) {
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
