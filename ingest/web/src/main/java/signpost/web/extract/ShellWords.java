package signpost.web.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * What a page says before its scripts have run, without its furniture, and without what is shown
 * while a reader waits.
 */
final class ShellWords {
  private static final int LONGEST_LINE = 300;

  /** Most pages have said enough by then. */
  private static final int BEGINNING = 5_000;

  /** A name may stand in a heading; three words there are said. */
  private static final int FEWEST_SAID = 3;

  /** Where authors write, as against boxes for a name or a sign. */
  private static final Set<String> WRITTEN =
      Set.of(
          "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "dt", "dd",
          "label");

  private final String site;
  private final ShellFurniture furniture;
  private final WaitingWords waiting = new WaitingWords();
  private int words;
  private boolean said;

  private ShellWords(Element body, String site, String title) {
    this.site = site;
    this.furniture = new ShellFurniture(body, title);
  }

  /** Whether a page says more than a shell does, whatever part says it. */
  static boolean areMany(Element body) {
    return areManyWithin(body, BEGINNING) || areManyWithin(body, ShellFurniture.LONGEST_PAGE);
  }

  private static boolean areManyWithin(Element body, int length) {
    String shown = ShownText.of(body, length);
    return shown.length() > ShellFurniture.LONGEST_PAGE
        || WordCount.of(shown) > ShellFurniture.MOST_WORDS_IN_ALL;
  }

  /** Of a page: {@code site} is its own name, which says nothing of the page. */
  static ShellWords of(Element body, String title, String site) {
    var read = new ShellWords(body, site, title);
    NodeTraversor.filter((node, _) -> read.take(node), body);
    return read;
  }

  /** Whether no part of a page has a word, but that it loads. */
  static boolean areNone(Element body) {
    var read = new WaitingWords();
    return NodeTraversor.filter((node, _) -> wait(read, node), body) != FilterResult.STOP;
  }

  private static FilterResult wait(WaitingWords waiting, Node node) {
    if (node instanceof TextNode text) {
      String line = ReadableText.oneLine(text.getWholeText());
      int words = WordCount.of(line);
      return words == 0 || waiting.areKnown(line, words)
          ? FilterResult.CONTINUE
          : FilterResult.STOP;
    }
    return node instanceof Element element && ShownText.isWordless(element)
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }

  /** What a line says is said by then. */
  static String beginning(String line) {
    return line.substring(0, Math.min(line.length(), LONGEST_LINE));
  }

  /** How many there are. */
  int count() {
    return words;
  }

  /** Whether some of them say something to a reader, however few they are. */
  boolean said() {
    return said;
  }

  private FilterResult take(Node node) {
    if (node instanceof TextNode text) {
      take(ReadableText.oneLine(text.getWholeText()), text.parent());
    }
    if (words > EmptyShell.MOST_WORDS) {
      return FilterResult.STOP;
    }
    return node instanceof Element element && !element.nameIs("body") && furniture.has(element)
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }

  private void take(String line, @Nullable Node parent) {
    int more = WordCount.of(line);
    String text = beginning(line);
    boolean over = more > 0 && TellingWords.isOver(text);
    boolean written = more > 0 && isWritten(parent);
    if (!over && (more == 0 || text.equalsIgnoreCase(site) || isWaiting(text, more, written))) {
      return;
    }
    words += more;
    said |= over || TellingWords.are(text) || (more >= FEWEST_SAID && written);
  }

  /** In a paragraph or a heading, "Back in spring…" is what the page says. */
  private boolean isWaiting(String text, int words, boolean written) {
    return written ? waiting.areKnown(text, words) : waiting.are(text, words);
  }

  private static boolean isWritten(@Nullable Node parent) {
    for (@Nullable Node at = parent; at instanceof Element element; at = element.parent()) {
      if (WRITTEN.contains(element.normalName())) {
        return true;
      }
    }
    return false;
  }
}
