package signpost.web.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * A page as its scripts left it, without what made it: pure. It is written anew, in one walk: to
 * take a hundred thousand parts out of one list takes as many walks.
 */
final class RenderedHtml implements NodeFilter {
  private static final Set<String> LEFT_OUT = Set.of("script", "noscript");

  private final Deque<Element> open = new ArrayDeque<>();

  private RenderedHtml() {}

  /** Without scripts and what is said to whoever has none; shadow roots where they are shown. */
  static String of(String outerHtml) {
    Document page = Jsoup.parse(outerHtml);
    Document written = page.shallowClone();
    var writing = new RenderedHtml();
    writing.open.push(written);
    for (Node node : page.childNodes()) {
      NodeTraversor.filter(writing, node);
    }
    written.outputSettings().prettyPrint(false);
    return written.outerHtml();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (LEFT_OUT.contains(node.normalName())) {
      return FilterResult.SKIP_ENTIRELY;
    }
    Element at = open.getFirst();
    if (node instanceof Element element) {
      open.push(isShadowRoot(element) ? at : appended(at, element));
    } else {
      at.appendChild(node.clone());
    }
    return FilterResult.CONTINUE;
  }

  private static Element appended(Element to, Element element) {
    Element copy = element.shallowClone();
    to.appendChild(copy);
    return copy;
  }

  private static boolean isShadowRoot(Element element) {
    return element.nameIs("template") && element.hasAttr("shadowrootmode");
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element) {
      open.pop();
    }
    return FilterResult.CONTINUE;
  }
}
