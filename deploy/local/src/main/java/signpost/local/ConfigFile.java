package signpost.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import signpost.tools.CannotStartException;

/**
 * Configuration keys in a YAML file, nested or with dots, each value as it is written: 18:00 is a
 * time of day and not YAML 1.1's 1080. What the environment sets is left to the environment.
 */
public final class ConfigFile {
  private final Path file;
  private final KnownKeys known = KnownKeys.all();
  private final Map<String, String> settings = new LinkedHashMap<>();

  private ConfigFile(Path file) {
    this.file = file;
  }

  /**
   * The file's keys and values; lists are joined by commas.
   *
   * @param environment the names of the variables that are set
   * @throws CannotStartException with the file, the line and what to do, when it cannot be read, is
   *     not YAML, or says what nobody knows
   */
  public static Map<String, String> read(Path path, Set<String> environment) {
    ConfigFile config = new ConfigFile(path);
    try (Reader text = Files.newBufferedReader(path)) {
      config.root(new Yaml(new LoaderOptions()).compose(text));
    } catch (MarkedYAMLException wrong) {
      int line = wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
      throw config.refused(line, "This is not YAML: " + wrong.getProblem() + ".");
    } catch (YAMLException | CharacterCodingException _) {
      throw config.refused(1, "This is not a text in UTF-8.");
    } catch (IOException away) {
      throw new CannotStartException("The configuration cannot be read: " + away, away);
    }
    config.settings.keySet().removeIf(key -> environment.contains(KnownKeys.variable(key)));
    return config.settings;
  }

  private void root(Node node) {
    switch (node) {
      case null -> {} // nothing but comments
      case MappingNode mapping -> pairs("", mapping);
      default -> throw refused(line(node), "Write keys and values, such as 'signpost.zone: UTC'.");
    }
  }

  private void pairs(String prefix, MappingNode mapping) {
    for (NodeTuple pair : mapping.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode name)) {
        throw refused(line(pair.getKeyNode()), "A key is a plain word.");
      }
      String key = prefix + name.getValue();
      if (pair.getValueNode() instanceof MappingNode inner) {
        pairs(key + ".", inner);
      } else if (!pair.getValueNode().getTag().equals(Tag.NULL)) {
        put(name, key, value(key, pair.getValueNode()));
      }
    }
  }

  private void put(ScalarNode at, String key, String value) {
    known
        .problem(key, value)
        .ifPresent(problem -> {
          throw refused(line(at), problem);
        });
    if (settings.putIfAbsent(key, value) != null) {
      throw refused(line(at), key + " stands here twice. Remove one.");
    }
  }

  private String value(String key, Node node) {
    List<Node> members = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    return members.stream().map(member -> word(key, member)).collect(Collectors.joining(","));
  }

  private String word(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refused(line(node), key + " takes a value or a list of values.");
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private CannotStartException refused(int line, String why) {
    return new CannotStartException("%s:%d: %s".formatted(file, line, why));
  }
}
