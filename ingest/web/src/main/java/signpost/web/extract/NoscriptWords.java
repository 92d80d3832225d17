package signpost.web.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** What a page says to whoever has no scripts, as far as it takes to know what that is. */
final class NoscriptWords {
  private static final int LONGEST = 4_000;

  private final StringBuilder words = new StringBuilder();

  private NoscriptWords() {}

  /** Its beginning; one within another is read once. */
  static String in(Document page) {
    var read = new NoscriptWords();
    NodeTraversor.filter((node, _) -> read.look(node), page);
    return withoutTags(read.words.toString());
  }

  private FilterResult look(Node node) {
    if (words.length() >= LONGEST) {
      return FilterResult.STOP;
    }
    if (node instanceof Element element && element.normalName().equals("noscript")) {
      NodeTraversor.filter((within, _) -> take(within), element);
      return FilterResult.SKIP_ENTIRELY;
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult take(Node node) {
    if (node instanceof TextNode text) {
      words.append(' ').append(text.getWholeText(), 0, room(text.getWholeText()));
    }
    return words.length() >= LONGEST ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  private int room(String text) {
    return Math.clamp(LONGEST - words.length(), 0, text.length());
  }

  /** In the head such tags are kept as text. */
  private static String withoutTags(String text) {
    StringBuilder bare = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      bare.append(text, at, open < 0 ? text.length() : open).append(' ');
      int close = open < 0 ? -1 : text.indexOf('>', open);
      at = close < 0 ? text.length() : close + 1;
    }
    return bare.toString();
  }
}
