package signpost.web.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** The head of a shell: links, the name of the page or its site, and nothing that is said. */
final class ShellHead {
  /** What leads elsewhere, or is read apart: a heading. */
  private static final Set<String> APART = Set.of("a", "button", "h1");

  private final String title;
  private int words;
  private boolean said;

  private ShellHead(String title) {
    this.title = title;
  }

  /** Whether a head says nothing of its own; a heading may say what the page's title says too. */
  static boolean saysNothing(Element head, String title) {
    var read = new ShellHead(title);
    NodeTraversor.filter((node, _) -> read.take(node), head);
    return !read.said && read.words <= EmptyShell.MOST_WORDS;
  }

  private FilterResult take(Node node) {
    if (node instanceof TextNode text) {
      take(ReadableText.oneLine(text.getWholeText()));
    } else if (node instanceof Element element) {
      return take(element);
    }
    return said || words > EmptyShell.MOST_WORDS ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  private void take(String line) {
    words += WordCount.of(line);
    said |= TellingWords.are(ShellWords.beginning(line));
  }

  private FilterResult take(Element element) {
    if (element.normalName().equals("h1")) {
      String heading = ShellWords.beginning(ReadableText.oneLine(element.text()));
      said |= !title.contains(heading) || TellingWords.are(heading);
    }
    return APART.contains(element.normalName()) || ShownText.isWordless(element)
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }
}
