package signpost.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers by which a collector knows us, as {@code OTEL_EXPORTER_OTLP_HEADERS} has them. */
final class CollectorHeaders {
  private static final URI ANY = URI.create("https://collector.example/");

  /** What the exporter says of what it sends. */
  private static final Set<String> OURS =
      Set.of("content-type", "content-encoding", "content-length", "user-agent");

  private CollectorHeaders() {}

  /**
   * Their values by their names.
   *
   * @throws ConfigurationException if they are none that can be sent; it does not repeat them
   */
  static Map<String, String> of(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : text.split(",", -1)) {
      if (!field.isBlank()) {
        put(fields, field.strip());
      }
    }
    return fields;
  }

  private static void put(Map<String, String> fields, String field) {
    int equals = field.indexOf('=');
    if (equals < 1) {
      throw unusable();
    }
    String name = field.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    if (OURS.contains(name) || fields.put(name, value(name, field.substring(equals + 1))) != null) {
      throw unusable();
    }
  }

  /** Decoded, where it can be sent by that name. A plus stands for itself, as in Base64. */
  private static String value(String name, String written) {
    try {
      String value = URLDecoder.decode(written.strip().replace("+", "%2B"), UTF_8);
      HttpRequest.Builder _ = HttpRequest.newBuilder(ANY).setHeader(name, value);
      return value;
    } catch (IllegalArgumentException _) {
      throw unusable();
    }
  }

  private static ConfigurationException unusable() {
    return new ConfigurationException(
        "signpost.traces.headers takes headers as Authorization=Bearer …, each once, with commas"
            + " between and % as %25. What it is now is not repeated here: it may let somebody in.");
  }
}
