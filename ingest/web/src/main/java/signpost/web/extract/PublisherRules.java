package signpost.web.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The publisher rules in force: those of a local file first, then the ones that come with us. */
public final class PublisherRules {
  /** The file of rules in an ingest's data folder. */
  public static final String LOCAL = "publisher-rules.yml";

  private static final String BUILT_IN = "/signpost/web/publisher-rules.yml";
  private static final Set<String> KEYS =
      Set.of("publisher", "hosts", "root", "lead", "noise", "notices", "content-api");

  private final List<PublisherRule> rules;

  private PublisherRules(List<PublisherRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules that come with Signpost. */
  public static PublisherRules builtIn() {
    try (InputStream in = PublisherRules.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException(BUILT_IN + " is missing from the jar");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), BUILT_IN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The built-in rules, overridden host by host by those of a file, where it exists. */
  public static PublisherRules with(Path file) {
    if (!Files.isRegularFile(file)) {
      return builtIn();
    }
    try {
      List<PublisherRule> all =
          new ArrayList<>(parse(Files.readString(file), file.toString()).rules);
      all.addAll(builtIn().rules);
      return new PublisherRules(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules from YAML.
   *
   * @throws IllegalArgumentException naming the file, the publisher and what is wrong with it
   */
  static PublisherRules parse(String yaml, String name) {
    Object read;
    try {
      read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
    List<PublisherRule> rules = new ArrayList<>();
    if (read != null) {
      if (!(read instanceof List<?> entries)) {
        throw new IllegalArgumentException(name + ": expected a list of publishers");
      }
      for (Object entry : entries) {
        rules.add(rule(entry, name));
      }
    }
    return new PublisherRules(rules);
  }

  /** The first rule for a host, or one that knows nothing. */
  public PublisherRule forHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return rules.stream().filter(r -> r.covers(lower)).findFirst().orElse(PublisherRule.NONE);
  }

  private static PublisherRule rule(Object entry, String name) {
    if (!(entry instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(name + ": a publisher is a map of settings, not " + entry);
    }
    String where = name + ": " + map.get("publisher");
    for (Object key : map.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            where
                + ": unknown setting '"
                + key
                + "'; known: "
                + String.join(", ", KEYS.stream().sorted().toList()));
      }
    }
    return new PublisherRule(
        String.valueOf(map.get("publisher")),
        strings(map, "hosts").stream().map(host -> host.toLowerCase(Locale.ROOT)).toList(),
        selectors(map, "root", where),
        selectors(map, "lead", where),
        selectors(map, "noise", where),
        selectors(map, "notices", where),
        Boolean.TRUE.equals(map.get("content-api")));
  }

  private static List<String> selectors(Map<?, ?> map, String key, String where) {
    List<String> selectors = strings(map, key);
    for (String selector : selectors) {
      try {
        QueryParser.parse(selector);
      } catch (SelectorParseException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            where + ": " + key + " '" + selector + "': " + e.getMessage(), e);
      }
    }
    return selectors;
  }

  private static List<String> strings(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }
}
