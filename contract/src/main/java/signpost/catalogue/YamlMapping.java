package signpost.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final MappingNode node;
  private final String what;
  private final Slips slips;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  /** A mapping whose keys are ids of the writer's choice. */
  static YamlMapping ofIds(MappingNode node, String what, Slips slips) {
    return new YamlMapping(node, what, slips);
  }

  /**
   * @param what what it describes, as in "a guide"
   * @param known the keys it may have
   */
  static YamlMapping of(MappingNode node, String what, Set<String> known, Slips slips) {
    var mapping = new YamlMapping(node, what, slips);
    mapping.keys.forEach((key, at) -> {
      if (!known.contains(key)) {
        String hint = Nearest.hint(key, known);
        slips.error(at, "'" + key + "' is not a key of " + what + "." + hint);
      }
    });
    return mapping;
  }

  private YamlMapping(MappingNode node, String what, Slips slips) {
    this.node = node;
    this.what = what;
    this.slips = slips;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        slips.error(tuple.getKeyNode(), "A key of " + what + " is a plain word.");
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
    return value(key).flatMap(it -> scalar(it, "'" + key + "'")).map(String::strip);
  }

  Optional<String> requiredText(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      slips.error(at(key), what + " needs '" + key + "'.");
    }
    return value.flatMap(it -> scalar(it, "'" + key + "'")).map(String::strip);
  }

  boolean flag(String key) {
    Optional<String> text = text(key);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      slips.error(at(key), "'" + key + "' is true or false, not '" + text.get() + "'.");
    }
    return text.filter("true"::equals).isPresent();
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

  /** The members of a list; none where the key is left out. */
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

  /** A list of words, those said twice once. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node member : list(key)) {
      scalar(member, "A member of '" + key + "'")
          .map(String::strip)
          .filter(it -> !texts.contains(it))
          .ifPresent(texts::add);
    }
    return texts;
  }

  private Optional<String> scalar(Node node, String subject) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    slips.error(node, subject + " is a text, not a list or a mapping.");
    return Optional.empty();
  }

  static boolean absent(Node node) {
    return node.getTag().equals(Tag.NULL)
        || (node instanceof ScalarNode scalar && scalar.getValue().isBlank());
  }
}
