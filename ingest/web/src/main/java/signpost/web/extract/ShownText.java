package signpost.web.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** The text of a part of a page that is not read yet, as far as it takes to know what it is. */
final class ShownText {
  /** What holds no words of a page, or words that are there to be chosen from. */
  private static final Set<String> WORDLESS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "select",
          "textarea",
          "iframe",
          "noframes");

  private final StringBuilder text = new StringBuilder();
  private final int most;

  private ShownText(int most) {
    this.most = most;
  }

  static boolean isWordless(Element element) {
    return WORDLESS.contains(element.normalName());
  }

  /** As many characters, white space counted: more where the last text goes on. */
  static String of(Element part, int most) {
    var shown = new ShownText(most);
    NodeTraversor.filter((node, _) -> shown.take(node), part);
    return shown.text.toString();
  }

  private FilterResult take(Node node) {
    if (node instanceof TextNode piece) {
      text.append(' ').append(piece.getWholeText());
    }
    if (text.length() > most) {
      return FilterResult.STOP;
    }
    return node instanceof Element element && isWordless(element)
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }
}
