package signpost.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file of options: the long names of the command line without their dashes, a value to each,
 * and a list where an option may be repeated. Only texts are read from it, no types.
 */
final class CheckFile {
  private static final long LARGEST = 1 << 20;

  /** One line of it; {@code line} counts from 1. */
  record FileOption(String name, List<String> values, int line) {
    FileOption {
      values = List.copyOf(values);
    }
  }

  /** It cannot be used; the message says where and why. */
  static final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1;

    UnusableFile(String message) {
      super(message);
    }
  }

  private final Path file;

  private CheckFile(Path file) {
    this.file = file;
  }

  /** The options in their order, each once. */
  static List<FileOption> read(Path file) throws UnusableFile {
    return new CheckFile(file).options();
  }

  private List<FileOption> options() throws UnusableFile {
    List<FileOption> options = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<Node> root = root();
    if (root.isEmpty()) {
      return options;
    }
    if (!(root.get() instanceof MappingNode mapping)) {
      throw wrong(line(root.get()), "write 'option: value', one in each line");
    }
    for (NodeTuple entry : mapping.getValue()) {
      FileOption option = option(entry);
      if (!seen.add(option.name())) {
        throw wrong(option.line(), "'" + option.name() + "' is there already; make one list of it");
      }
      options.add(option);
    }
    return options;
  }

  private Optional<Node> root() throws UnusableFile {
    var loading = new LoaderOptions();
    try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (Files.size(file) > LARGEST) {
        throw new UnusableFile(file + ": larger than 1 MB; no list of options is.");
      }
      return Optional.ofNullable(new Yaml(new SafeConstructor(loading)).compose(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw wrong(line, "this is no YAML: " + e.getProblem());
    } catch (YAMLException _) {
      throw new UnusableFile(file + ": this is no YAML.");
    } catch (IOException e) {
      throw new UnusableFile("--config: the file " + file + " cannot be read.");
    }
  }

  private FileOption option(NodeTuple entry) throws UnusableFile {
    String name = text(entry.getKeyNode());
    Node value = entry.getValueNode();
    List<String> values = new ArrayList<>();
    for (Node one : value instanceof SequenceNode list ? list.getValue() : List.of(value)) {
      values.add(text(one));
    }
    return new FileOption(name, values, line(entry.getKeyNode()));
  }

  private String text(Node node) throws UnusableFile {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
      throw wrong(line(node), "a value is missing here; leave the option out");
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(line(node), "a text is wanted here, or a list of texts; quote it if it has braces");
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private UnusableFile wrong(int line, String what) {
    return new UnusableFile(file + ":" + line + ": " + what + ".");
  }
}
