package signpost.catalogue;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import signpost.catalogue.CatalogueFile.FilePosition;

/** The one mapping a YAML text consists of, with the places of everything in it. */
final class YamlText {
  private static final int DEEPEST = 20;

  private YamlText() {}

  static Optional<MappingNode> read(String text, ProblemCollector slips) {
    try {
      return refused(text, slips) ? Optional.empty() : mapping(text, slips);
    } catch (MarkedYAMLException wrong) {
      YamlTrouble.tell(wrong, text, slips);
    } catch (YAMLException wrong) {
      String why = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("unreadable");
      slips.error(FilePosition.START, "This is not YAML: " + why + ".");
    }
    return Optional.empty();
  }

  /**
   * What YAML allows and no catalogue needs: aliases make a small file unfold into a huge one,
   * anchors and tags swallow the first word of a text, a second document is easily overlooked.
   */
  private static boolean refused(String text, ProblemCollector slips) {
    int depth = 0;
    int documents = 0;
    for (Event event : yaml().parse(new StringReader(text))) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      documents += event instanceof DocumentStartEvent ? 1 : 0;
      Optional<String> why = refused(event);
      if (depth > DEEPEST) {
        why = Optional.of("This is nested more than 20 deep; no catalogue is. Write it flatter.");
      } else if (documents > 1) {
        why = Optional.of("A second document begins here ('---'). Make a file of its own of it.");
      }
      if (why.isPresent()) {
        slips.error(ProblemCollector.place(event.getStartMark()), why.get());
        return true;
      }
    }
    return false;
  }

  private static Optional<String> refused(Event event) {
    String sign = "";
    if (event instanceof AliasEvent) {
      sign = "*";
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      sign = "&";
    } else if ((event instanceof ScalarEvent scalar && scalar.getTag() != null)
        || (event instanceof CollectionStartEvent start && start.getTag() != null)) {
      sign = "!";
    }
    return sign.isEmpty() ? Optional.empty() : Optional.of(YamlTrouble.opening(sign, 1));
  }

  private static Optional<MappingNode> mapping(String text, ProblemCollector slips) {
    Node root = yaml().compose(new StringReader(text));
    if (root instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    if (root == null || YamlMapping.absent(root)) {
      slips.error(
          FilePosition.START,
          "The file is empty: what it said before stays in force. Delete it if that is meant,"
              + " restore it if not.");
    } else {
      slips.error(
          root,
          "A catalogue file begins with a key such as 'guide:' or 'owners:', not with a list or a"
              + " text. Take away the '- ' or the words in front of it.");
    }
    return Optional.empty();
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setCodePointLimit(FileText.MOST_BYTES);
    options.setNestingDepthLimit(DEEPEST + 1);
    return new Yaml(options);
  }
}
