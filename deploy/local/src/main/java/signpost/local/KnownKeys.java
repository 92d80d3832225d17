package signpost.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.convert.ConversionService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
              "signpost.backup.folder",
              "all",
              "",
              "where `signpost backup` writes to where it is told no other place, as its timer does;"
                  + " `/var/backups/signpost` in the Debian package. What may be written there is in"
                  + " the unit, too: `systemctl edit signpost-backup.service`, `ReadWritePaths=`"),
          new SingleKey(
              "signpost.backup.keep-days",
              "all",
              "0",
              "after a backup into `signpost.backup.folder` that lacks nothing, those of the same"
                  + " Signpost there are removed that are older by more days, and of which it has"
                  + " everything; the three youngest stay. 0: all stay"),
          new SingleKey(
              "signpost.contact", "ingest", "", "needed for the live web; sent with every request"),
          new SingleKey(
              "signpost.contact",
              "search",
              "",
              "as ingest has it: a page or mail address where people reach you. It is on the pages"
                  + " about privacy, accessibility and our crawler, and in /.well-known/security.txt"),
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
              "the index, which is built anew where its folder index/ is deleted; and search.db, with"
                  + " accounts, sessions, tokens and the audit log, which is not"),
          new SingleKey(
              "signpost.public-url",
              "search",
              "http://127.0.0.1:8080",
              "where readers reach it: what links in feeds begin with"),
          new SingleKey(
              "signpost.behind-proxy",
              "search",
              "false",
              "true: whoever is not on this machine comes through a proxy that has TLS, or over a"
                  + " network of your own. Without it and without TLS search listens on this machine"
                  + " alone, and where `signpost.public-url` does not begin with https nobody signs in"
                  + " but on this machine. Set `signpost.trusted-proxies`, too"),
          new SingleKey(
              "signpost.trusted-proxies",
              "search",
              "",
              "addresses or ranges of proxies whose X-Forwarded-For is believed. Each can choose"
                  + " whom limits count. Without it everybody behind a proxy looks like one client"),
          new SingleKey(
              LogFormat.KEY,
              "all",
              "text",
              "`text`: a line for people; `json`: an object a line, for what collects logs"),
          new SingleKey(
              "signpost.request-deadline",
              "all",
              "20s",
              "a request that has not arrived whole by then is closed, on every port"));

  private static final List<String> YES_AND_NO =
      List.of("true", "false", "yes", "no", "on", "off", "y", "n");

  /** What the launcher, a command and the logs read, and no key. */
  private static final List<String> LAUNCHERS =
      List.of(
          "SIGNPOST_CONFIG",
          "SIGNPOST_FROM_PASSWORD",
          "SIGNPOST_JAVA_OPTS",
          "SIGNPOST_LOG",
          "SIGNPOST_LIBRARY_LOG");

  /** Those on the class path, once somebody asks. */
  private static final class OnClassPath {
    private static final KnownKeys ALL = read();
  }

  /** The type of each key's value, by its class's name. */
  private final Map<String, String> types;

  private KnownKeys(Map<String, String> types) {
    this.types = types;
  }

  /** Those on the class path, which are read once. */
  public static KnownKeys all() {
    return OnClassPath.ALL;
  }

  private static KnownKeys read() {
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

  /**
   * What is to be said of environment variables that begin with SIGNPOST_ and that nobody reads:
   * they may be slips, or belong to somebody else, as those that Kubernetes sets for a service
   * called signpost.
   *
   * @param names of all variables that are set
   */
  public List<String> strangers(Set<String> names) {
    Set<String> known =
        types.keySet().stream().map(KnownKeys::variable).collect(Collectors.toSet());
    known.addAll(LAUNCHERS);
    return names.stream()
        .filter(name -> name.startsWith("SIGNPOST_") && !known.contains(name))
        .sorted()
        .map(name ->
            "Nobody reads the environment variable %s.%s"
                .formatted(
                    name,
                    NearestWord.of(name, known)
                        .map(it -> " Did you mean %s?".formatted(it))
                        .orElse("")))
        .toList();
  }

  /** {@code signpost.fetch.host-delay} is {@code SIGNPOST_FETCH_HOST_DELAY} in the environment. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
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
      case "boolean", "java.lang.Boolean" -> unlessOneOf(YES_AND_NO, key, value);
      default -> unlessOneOf(members(type), key, value);
    };
  }

  /** As {@link #problem}, of the environment's variables; what would count as its default, too. */
  public List<String> problems(Map<String, String> environment) {
    return types.keySet().stream()
        .filter(key -> environment.containsKey(variable(key)))
        .flatMap(key -> problem(key, environment.getOrDefault(variable(key), "")).stream())
        .toList();
  }

  /** What an enumeration takes, as it is written in a configuration; empty for another type. */
  private static List<String> members(String type) {
    try {
      Class<?> known = type.startsWith("signpost.") ? Class.forName(type) : Object.class;
      return Stream.ofNullable(known.getEnumConstants())
          .flatMap(Arrays::stream)
          .map(it -> it.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The type of a key is not there: " + type, e);
    }
  }

  /** A slip would count as the default, in silence: nothing encrypted where TLS was meant. */
  private static Optional<String> unlessOneOf(List<String> words, String key, String value) {
    String written = value.toLowerCase(Locale.ROOT).replace('_', '-');
    return words.isEmpty() || words.contains(written)
        ? Optional.empty()
        : Optional.of("%s takes %s, not “%s”.".formatted(key, String.join(", ", words), value));
  }

  private static Optional<String> unless(Class<?> type, String key, String value, String expected) {
    return ConversionService.SHARED.convert(value, type).isPresent()
        ? Optional.empty()
        : Optional.of("%s takes %s, not “%s”.".formatted(key, expected, value));
  }
}
