package signpost.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping asked key by key; keys nobody knows and values of the wrong type become slips. */
final class YamlMapping {
  private static final Set<String> YES = Set.of("true", "yes", "on", "y");
  private static final Set<String> NO = Set.of("false", "no", "off", "n");
  private static final String CURLY =
      " Quotes of a word processor (“…”) are letters like any other: write \"…\", or none.";

  /** Lists whose members hold no comma. */
  private static final Set<String> WORDS = Set.of("owners", "members", "labels", "away");

  private final MappingNode node;
  private final String what;
  private final ProblemCollector slips;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  /** A mapping whose keys are ids of the writer's choice. */
  static YamlMapping ofIds(MappingNode node, String what, ProblemCollector slips) {
    return new YamlMapping(node, what, slips);
  }

  /**
   * @param what what it describes, as in "a guide"
   * @param known the keys it may have
   */
  static YamlMapping of(MappingNode node, String what, Set<String> known, ProblemCollector slips) {
    var mapping = new YamlMapping(node, what, slips);
    mapping.keys.forEach((key, at) -> {
      if (!known.contains(key)) {
        String hint = NearestWord.hint(key, known);
        slips.error(at, "'" + key + "' is not a key of " + what + "." + hint);
      }
    });
    return mapping;
  }

  private YamlMapping(MappingNode node, String what, ProblemCollector slips) {
    this.node = node;
    this.what = what;
    this.slips = slips;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        slips.error(
            tuple.getKeyNode(), "A key of " + what + " is a plain word. Write 'key: value'.");
      } else if (!key.getValue().equals(words(key))) {
        slips.error(
            key,
            "There is a blank or mark before or after '"
                + words(key)
                + "' that nobody sees. Delete it and type the line anew.");
      } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        slips.error(key, "'" + key.getValue() + "' stands here twice. Remove one.");
      } else {
        keys.put(key.getValue(), key);
      }
    }
  }

  Node node() {
    return node;
  }

  Set<String> keys() {
    return keys.keySet();
  }

  /** Where a key stands, else where the mapping begins. */
  Node at(String key) {
    return keys.getOrDefault(key, node);
  }

  /** The value of a key; nothing where it is left out or empty. */
  Optional<Node> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(it -> !absent(it));
  }

  Optional<String> text(String key) {
    return value(key).flatMap(it -> scalar(it, "'" + key + "'"));
  }

  /** A text for people; quotes that only a word processor knows are part of it, so it is told. */
  Optional<String> prose(String key) {
    Optional<String> text = text(key);
    if (text.isPresent() && curly(text.get())) {
      slips.warning(at(key), "The text of '" + key + "' is shown with its quotes." + CURLY);
    }
    return text;
  }

  Optional<String> requiredText(String key) {
    require(key);
    return text(key);
  }

  Optional<String> requiredProse(String key) {
    require(key);
    return prose(key);
  }

  private void require(String key) {
    if (value(key).isEmpty()) {
      slips.error(at(key), capital(what) + " needs '" + key + "'. Add it.");
    }
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  boolean flag(String key) {
    Optional<String> text = text(key).map(it -> it.toLowerCase(Locale.ROOT));
    if (text.isPresent() && !YES.contains(text.get()) && !NO.contains(text.get())) {
      slips.error(at(key), "'" + key + "' is true or false, not '" + text.get() + "'.");
    }
    return text.filter(YES::contains).isPresent();
  }

  int count(String key, int fallback) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return fallback;
    }
    if (!text.get().matches("[1-9][0-9]{0,6}")) {
      String given = text.get();
      slips.error(at(key), "'" + key + "' is a number from 1 to 9999999, not '" + given + "'.");
      return fallback;
    }
    return Integer.parseInt(text.get());
  }

  /** The members of a list of mappings; none where the key is left out. */
  List<Node> list(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    slips.error(at(key), "'" + key + "' is a list: write " + key + ": [one, another].");
    return List.of();
  }

  /** The members of a list of words; one word alone is a list of one. */
  List<Node> members(String key) {
    Optional<ScalarNode> one =
        value(key).filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
    if (one.isEmpty()) {
      return list(key);
    }
    String text = words(one.get());
    if (WORDS.contains(key) && text.matches(".*[,;].*")) {
      String members = String.join(", ", text.strip().split("\\s*[,;]\\s*"));
      slips.error(at(key), "'" + key + "' is a list: write " + key + ": [" + members + "].");
    }
    return List.of(one.get());
  }

  /** A list of words, those said twice once. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node member : members(key)) {
      scalar(member, "A member of '" + key + "'")
          .filter(it -> !it.isEmpty() && !texts.contains(it))
          .ifPresent(texts::add);
    }
    return texts;
  }

  private Optional<String> scalar(Node node, String subject) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(words(scalar));
    }
    slips.error(
        node,
        subject + " is a text, not a list or a mapping. If it begins with a bracket, quote it.");
    return Optional.empty();
  }

  /** A text without the blanks around it, also those that only word processors and pages know. */
  static String words(ScalarNode scalar) {
    return scalar.getValue().replaceAll("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$", "");
  }

  /** Whether it stands in quotes that are none to YAML. */
  static boolean curly(String text) {
    return text.matches("[“”„«‘’‚].*[“”„»‘’‚]");
  }

  /** What to do about such quotes; nothing where there are none. */
  static String curlyHint(String text) {
    return curly(text) ? CURLY : "";
  }

  static boolean absent(Node node) {
    return node.getTag().equals(Tag.NULL)
        || (node instanceof ScalarNode scalar && scalar.getValue().isBlank());
  }
}
