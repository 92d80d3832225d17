package signpost.web.extract;

import java.util.Set;
import java.util.regex.Pattern;
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

  /** That something is over, full, elsewhere or out of order is said in a word. */
  private static final Pattern WRONG =
      Pattern.compile(
          "(?iU)\\b(?:errors?|sorry|unavailable|not available|not found|maintenance|denied|forbidden"
              + "|expired|moved|suspended|stopped|full|gone|down|404|410|50[0-4]"
              + "|gwall|ar gau|wedi|ddim ar gael)\\b");

  private static final Pattern SENTENCE =
      Pattern.compile(".*\\S\\s.*[.!?]|.*[。！？؟।]", Pattern.DOTALL);

  private final String site;
  private final ShellFurniture furniture;
  private final WaitingWords waiting = new WaitingWords();
  private int words;
  private boolean said;

  private ShellWords(String site, String title) {
    this.site = site;
    this.furniture = new ShellFurniture(title);
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
    var read = new ShellWords(site, title);
    NodeTraversor.filter((node, _) -> read.take(node), body);
    return read;
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
    return node instanceof Element element && furniture.has(element)
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }

  private void take(String line, @Nullable Node parent) {
    int more = WordCount.of(line);
    String text = line.substring(0, Math.min(line.length(), LONGEST_LINE));
    boolean over = more > 0 && isOver(text);
    if (!over && (more == 0 || text.equalsIgnoreCase(site) || waiting.are(text, more))) {
      return;
    }
    words += more;
    said |= over || says(text) || (more >= FEWEST_SAID && isWritten(parent));
  }

  private static boolean isOver(String text) {
    return NoticeWords.hintedIn(text)
        || WRONG.matcher(text).find()
        || NotFoundWords.are(text)
        || NotFoundWords.spokenIn(text);
  }

  private static boolean says(String text) {
    return SENTENCE.matcher(text).matches() || PageFacts.in(text);
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
