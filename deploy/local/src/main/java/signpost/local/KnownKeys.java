package signpost.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.convert.ConversionService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import signpost.catalogue.NearestWord;

/**
 * The configuration keys of all modules, as their compiled configuration classes list them. A key
 * that nobody reads would be obeyed by nobody, in silence.
 */
public final class KnownKeys {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  /** A key that is read on its own and not through a configuration record. */
  public record SingleKey(String name, String module, String usual, String consequence) {}

  private static final List<SingleKey> SINGLE =
      List.of(
          new SingleKey(
              "signpost.api.token",
              "all",
              "",
              "needed where ingest or the notifier listen at other addresses than this machine’s;"
                  + " the same for all three"),
          new SingleKey(
              "signpost.contact", "ingest", "", "needed for the live web; sent with every request"),
          new SingleKey(
              "signpost.embedding",
              "search",
              "true",
              "false: search by words alone, without the model’s 150 MB of memory"),
          new SingleKey(
              "signpost.ingest.url", "search", "http://127.0.0.1:8081", "where ingest’s API is"),
          new SingleKey(
              "signpost.notifier.url",
              "search",
              "http://127.0.0.1:8082",
              "where the notifier’s API is"),
          new SingleKey(
              "signpost.data",
              "search",
              ".signpost/search",
              "the index; delete it freely, it is built anew"),
          new SingleKey(
              "signpost.public-url",
              "search",
              "http://127.0.0.1:8080",
              "where readers reach it: what links in feeds begin with"),
          new SingleKey(
              "signpost.trusted-proxies",
              "search",
              "",
              "addresses or ranges of proxies whose X-Forwarded-For is believed. Each can choose"
                  + " whom forms’ limits count"),
          new SingleKey(
              "signpost.jdbc.url",
              "ingest, notifier",
              "SQLite in the data folder",
              "jdbc:postgresql:… when one machine is outgrown; a database of its own for each of"
                  + " ingest and the notifier, so not with run"),
          new SingleKey("signpost.jdbc.username", "ingest, notifier", "", "of that database"),
          new SingleKey(
              "signpost.jdbc.password",
              "ingest, notifier",
              "",
              "best given as SIGNPOST_JDBC_PASSWORD"),
          new SingleKey(
              "signpost.request-deadline",
              "all",
              "20s",
              "a request that has not arrived whole by then is closed, on every port"));

  /** The type of each key's value, by its class's name. */
  private final Map<String, String> types;

  private KnownKeys(Map<String, String> types) {
    this.types = types;
  }

  /** Those on the class path. */
  public static KnownKeys load() {
    Map<String, String> types = new TreeMap<>();
    SINGLE.forEach(key -> types.put(key.name(), String.class.getName()));
    try {
      for (URL url : Collections.list(KnownKeys.class.getClassLoader().getResources(METADATA))) {
        for (JsonNode property : new ObjectMapper().readTree(url).path("properties")) {
          types.put(property.path("name").asText(), property.path("type").asText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KnownKeys(types);
  }

  /** Those that no configuration record has. */
  public static List<SingleKey> single() {
    return SINGLE;
  }

  /** What is wrong with a key of ours that is not known, or with its value. */
  public Optional<String> problem(String key, String value) {
    if (!key.startsWith("signpost.")) {
      return Optional.empty();
    }
    String type = types.get(key);
    if (type == null) {
      String hint =
          NearestWord.of(key, types.keySet())
              .map(it -> " Did you mean %s?".formatted(it))
              .orElse("");
      return Optional.of("There is no key %s.%s".formatted(key, hint));
    }
    return switch (type) {
      case "java.time.Duration" -> unless(Duration.class, key, value, "a time such as 10s or 2m");
      case "java.time.LocalTime" -> unless(LocalTime.class, key, value, "a time of day, 08:00");
      case "int", "java.lang.Integer" -> unless(Integer.class, key, value, "a whole number");
      case "long", "java.lang.Long" -> unless(Long.class, key, value, "a whole number");
      case "double", "java.lang.Double" -> unless(Double.class, key, value, "a number");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(Class<?> type, String key, String value, String expected) {
    return ConversionService.SHARED.convert(value, type).isPresent()
        ? Optional.empty()
        : Optional.of("%s takes %s, not “%s”.".formatted(key, expected, value));
  }
}
