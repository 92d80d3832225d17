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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import signpost.catalogue.Nearest;

/**
 * The configuration keys of all modules, as their compiled configuration classes list them. A key
 * that nobody reads would be obeyed by nobody, in silence.
 */
public final class KnownKeys {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  /** Read one by one and not through a configuration class. */
  private static final Set<String> SINGLE =
      Set.of(
          "signpost.api.token",
          "signpost.contact",
          "signpost.embedding",
          "signpost.ingest.url",
          "signpost.notifier.url",
          "signpost.trusted-proxies",
          "signpost.jdbc.url",
          "signpost.request-deadline",
          "signpost.jdbc.username",
          "signpost.jdbc.password");

  /** The type of each key's value, by its class's name. */
  private final Map<String, String> types;

  private KnownKeys(Map<String, String> types) {
    this.types = types;
  }

  /** Those on the class path. */
  public static KnownKeys load() {
    Map<String, String> types = new TreeMap<>();
    SINGLE.forEach(key -> types.put(key, String.class.getName()));
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

  /** What is wrong with a key of ours that is not known, or with its value. */
  public Optional<String> problem(String key, String value) {
    if (!key.startsWith("signpost.")) {
      return Optional.empty();
    }
    String type = types.get(key);
    if (type == null) {
      String hint =
          Nearest.of(key, types.keySet()).map(it -> " Did you mean %s?".formatted(it)).orElse("");
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
