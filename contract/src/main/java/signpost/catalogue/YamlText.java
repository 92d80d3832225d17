package signpost.catalogue;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The one mapping a YAML text consists of, with the places of everything in it. */
final class YamlText {
  /** Characters; the largest hand-written catalogue we know has 20,000. */
  private static final int MOST_CHARACTERS = 2_000_000;

  private static final int DEEPEST = 20;

  private YamlText() {}

  static Optional<MappingNode> read(String text, Slips slips) {
    if (text.length() > MOST_CHARACTERS) {
      slips.error("The file is larger than 2 million characters. Split it into several.");
      return Optional.empty();
    }
    try {
      return aliased(text, slips) ? Optional.empty() : mapping(text, slips);
    } catch (MarkedYAMLException wrong) {
      var mark = wrong.getProblemMark() == null ? wrong.getContextMark() : wrong.getProblemMark();
      String why = "This is not YAML: " + wrong.getProblem() + ". Check indentation and quotes.";
      if (mark == null) {
        slips.error(why);
      } else {
        slips.error(Slips.place(mark), why);
      }
      return Optional.empty();
    } catch (YAMLException wrong) {
      slips.error("This is not YAML: " + firstLine(wrong) + ".");
      return Optional.empty();
    }
  }

  /** Aliases can make a small file unfold into a huge one, and no catalogue needs them. */
  private static boolean aliased(String text, Slips slips) {
    for (Event event : yaml().parse(new StringReader(text))) {
      if (event instanceof AliasEvent alias) {
        slips.error(
            Slips.place(alias.getStartMark()),
            "'*"
                + alias.getAnchor()
                + "' repeats something by reference, which is not allowed here. Write it out.");
        return true;
      }
    }
    return false;
  }

  private static Optional<MappingNode> mapping(String text, Slips slips) {
    Node root = yaml().compose(new StringReader(text));
    if (root instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    if (root == null || YamlMapping.absent(root)) {
      slips.error("The file is empty. Write a guide, owners or sources into it, or delete it.");
    } else {
      slips.error(root, "A catalogue file begins with a key such as 'guide:', 'owners:'.");
    }
    return Optional.empty();
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    return new Yaml(options);
  }

  private static String firstLine(Exception wrong) {
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("unreadable");
  }
}
