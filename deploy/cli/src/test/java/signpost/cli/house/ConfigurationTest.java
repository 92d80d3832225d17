package signpost.cli.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.local.KnownKeys;
import signpost.web.fetch.FetchSettings;
import signpost.web.politeness.PaceSettings;

/**
 * Every key of the configuration, its default and its consequence, as the code has them. Run with
 * {@code -Dsignpost.docs.write} it writes the page instead.
 */
class ConfigurationTest {
  private static final Path PAGE = House.TOP.resolve("docs/configuration.md");
  private static final Path TEMPLATE = Path.of("src/test/resources/configuration.md");

  /** Rooms of the contract, whose keys all modules have. */
  private static final Set<String> SHARED = Set.of("record", "trace");

  private static final Pattern DASH = Pattern.compile("-([a-z])");

  private record Key(String module, String name, String usual, String consequence) {
    String row() {
      return "| `%s` | %s | %s |%n".formatted(name, usual.isEmpty() ? "none" : usual, consequence);
    }
  }

  @Test
  void pageSaysWhatTheCodeHas() throws IOException {
    String page =
        Files.readString(TEMPLATE)
            .formatted(table("all"), table("ingest"), table("search"), table("notifier"));
    if (System.getProperty("signpost.docs.write") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content(UTF_8).isEqualTo(page);
  }

  @ParameterizedTest
  @MethodSource("records")
  void defaultsAreUsable(Class<?> type) throws Exception {
    Object[] usual = defaults(type);
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);

    assertThat(constructor.newInstance(usual)).isNotNull();
  }

  /** The library stands on its own feet, and has the limits of the service. */
  @Test
  void libraryHasTheDefaultsOfTheService() throws Exception {
    assertThat(values(FetchSettings.usual()))
        .containsExactly(values(Class.forName("signpost.ingest.FetchConfig")));
    assertThat(values(PaceSettings.usual()))
        .containsExactly(values(Class.forName("signpost.ingest.PaceConfig")));
  }

  private static Object[] values(Class<?> type) throws Exception {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return values((Record) constructor.newInstance(defaults(type)));
  }

  private static Object[] values(Record settings) throws Exception {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      values.add(component.getAccessor().invoke(settings));
    }
    return values.toArray();
  }

  private static Object[] defaults(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
        .map(ConfigurationTest::usual)
        .toArray();
  }

  private static Object usual(Parameter parameter) {
    Bindable bindable = parameter.getAnnotation(Bindable.class);
    if (bindable == null) {
      assertThat(parameter.getType()).as("what has no default").isEqualTo(Optional.class);
      return Optional.empty();
    }
    ArgumentConversionContext<?> wanted =
        ConversionContext.of(Argument.of(parameter.getParameterizedType()));
    Object value =
        ConversionService.SHARED
            .convert(bindable.defaultValue(), wanted)
            .orElseThrow(() -> new AssertionError(parameter + " cannot be its own default"));
    return value instanceof List<?> list && list.equals(List.of("")) ? List.of() : value;
  }

  static List<Class<?>> records() throws IOException, ClassNotFoundException {
    List<Class<?>> records = new ArrayList<>();
    for (String source :
        properties().stream().map(it -> it.path("sourceType").asText()).distinct().toList()) {
      records.add(Class.forName(source));
    }
    return records;
  }

  private static String table(String module) throws IOException {
    return keys()
        .filter(key -> key.module().equals(module))
        .sorted(Comparator.comparing(Key::name))
        .map(Key::row)
        .collect(Collectors.joining());
  }

  private static Stream<Key> keys() throws IOException {
    Map<String, Map<String, String>> consequences = new TreeMap<>();
    List<Key> keys = new ArrayList<>();
    for (JsonNode property : properties()) {
      String type = property.path("sourceType").asText();
      consequences.putIfAbsent(type, consequences(type));
      String name = property.path("name").asText();
      String component = camel(name.substring(name.lastIndexOf('.') + 1));
      String consequence =
          Optional.ofNullable(consequences.getOrDefault(type, Map.of()).get(component))
              .orElseThrow(() -> new AssertionError(type + " says nothing of " + component));
      for (String module : modules(type)) {
        keys.add(new Key(module, name, property.path("defaultValue").asText(), consequence));
      }
    }
    for (KnownKeys.SingleKey single : KnownKeys.single()) {
      for (String module : single.module().split(", ", -1)) {
        keys.add(new Key(module, single.name(), single.usual(), single.consequence()));
      }
    }
    return keys.stream();
  }

  private static List<JsonNode> properties() throws IOException {
    List<JsonNode> properties = new ArrayList<>();
    for (URL url :
        Collections.list(
            KnownKeys.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      new ObjectMapper()
          .readTree(url)
          .path("properties")
          .forEach(it -> {
            if (it.path("name").asText().startsWith("signpost.")) {
              properties.add(it);
            }
          });
    }
    return properties;
  }

  /** What the record's documentation says of each of its components. */
  private static Map<String, String> consequences(String type) throws IOException {
    String file = "src/main/java/" + type.replace('.', '/') + ".java";
    Path source =
        House.MODULES.stream()
            .map(module -> House.TOP.resolve(module).resolve(file))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow();
    String text = Files.readString(source);
    String doc =
        text.substring(text.indexOf("/**"), text.indexOf("*/"))
            .replaceAll("\\s*\\R \\*\\s*", " ")
            .strip();
    Map<String, String> said = new TreeMap<>();
    Matcher component = Pattern.compile("@param (\\w+) (.*?)(?= @param|$)").matcher(doc);
    while (component.find()) {
      said.put(
          component.group(1), component.group(2).strip().replaceAll("\\{@code ([^}]*)}", "`$1`"));
    }
    return said;
  }

  private static List<String> modules(String type) {
    String module = type.split("\\.", -1)[1];
    return List.of(SHARED.contains(module) ? "all" : module);
  }

  private static String camel(String dashed) {
    return DASH.matcher(dashed).replaceAll(it -> it.group(1).toUpperCase(java.util.Locale.ROOT));
  }
}
