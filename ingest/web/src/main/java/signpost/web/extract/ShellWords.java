package signpost.web.extract;

import java.util.Locale;
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
  /** Of text that a script takes away, "Loading, please wait" or a name, is seldom more. */
  private static final int LONGEST_WAIT = 12;

  private static final int LONGEST_LINE = 300;

  /** Whatever takes a look at all that an element holds: they may stand within one another. */
  private static final int MOST_LOOKS = 100;

  /** What is hidden and longer is folded away, and read. */
  private static final int LONGEST_HIDDEN = 30;

  /** A name may stand in a heading; three words there are said. */
  private static final int FEWEST_SAID = 3;

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "dialog",
          "button",
          "select",
          "textarea",
          "nav",
          "footer");

  private static final Set<String> UNSEEN_ROLES =
      Set.of("navigation", "banner", "contentinfo", "search", "progressbar");

  /** Boxes that stay hidden until something fails: Salesforce, Blazor. */
  private static final Set<String> UNSEEN_IDS =
      Set.of("auraerrormask", "auraerror", "blazor-error-ui");

  /** Where authors write, as against boxes for a name or a sign. */
  private static final Set<String> WRITTEN =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "dt", "dd", "label");

  private static final Pattern WAITING =
      Pattern.compile(
          "(?iU).*(?:…|\\.\\.\\.)|(?=.*\\b(?:load|wait|moment|start|initiali|llwytho|arhos|eiliad))"
              + "(?:(?:is|are|now|just|the|a|an|this|your|we|while|being|please|loading|loads?|loaded"
              + "|wait|moments?|few|seconds|page|app|application|content|data|site|starting|up"
              + "|initiali[sz]ing|one|yn|llwytho|arhoswch|wrthi|os|gwelwch|dda|eiliad)(?:\\W+|$))+");

  private static final Pattern SENTENCE =
      Pattern.compile(".*\\S\\s.*[.!?]|.*[。！？؟।]", Pattern.DOTALL);

  private final String site;
  private int words;
  private int looks;
  private boolean said;

  private ShellWords(String site) {
    this.site = site;
  }

  /** Of a page: {@code site} is its own name, which says nothing of the page. */
  static ShellWords of(Element body, String title, String site) {
    var read = new ShellWords(site);
    NodeTraversor.filter((node, _) -> read.take(node, title), body);
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

  private FilterResult take(Node node, String title) {
    if (node instanceof TextNode text) {
      take(ReadableText.oneLine(text.getWholeText()), text.parent());
    }
    if (words > EmptyShell.MOST_WORDS) {
      return FilterResult.STOP;
    }
    return node instanceof Element element && isSkipped(element, title)
        ? FilterResult.SKIP_ENTIRELY
        : FilterResult.CONTINUE;
  }

  private void take(String line, @Nullable Node parent) {
    int more = WordCount.of(line);
    if (more > LONGEST_WAIT) {
      words += more;
      return;
    }
    String text = line.substring(0, Math.min(line.length(), LONGEST_LINE));
    boolean notice = more > 0 && NoticeWords.inNoticeBox(text).isPresent();
    if (!notice && (more == 0 || text.equalsIgnoreCase(site) || isForWaiting(text))) {
      return;
    }
    words += more;
    said |=
        notice || SENTENCE.matcher(text).matches() || (more >= FEWEST_SAID && isWritten(parent));
  }

  private static boolean isForWaiting(String text) {
    return WAITING.matcher(text).matches() || EmptyShell.NEEDS_SCRIPTS.matcher(text).find();
  }

  private static boolean isWritten(@Nullable Node parent) {
    for (@Nullable Node at = parent; at instanceof Element element; at = element.parent()) {
      if (WRITTEN.contains(element.normalName())) {
        return true;
      }
    }
    return false;
  }

  private boolean isSkipped(Element element, String title) {
    return UNSEEN.contains(element.normalName())
        || (element.attributesSize() > 0 && isSkippedByAttribute(element))
        || (element.normalName().equals("header")
            && looks++ < MOST_LOOKS
            && isOfTheSite(element, title));
  }

  private boolean isSkippedByAttribute(Element element) {
    return UNSEEN_ROLES.contains(element.attr("role"))
        || UNSEEN_IDS.contains(element.id().toLowerCase(Locale.ROOT))
        || element.attr("href").startsWith("#")
        || (HiddenElements.isHidden(element)
            && looks++ < MOST_LOOKS
            && WordCount.of(element.text()) <= LONGEST_HIDDEN)
        || (BoilerplateDetector.namedForConsent(element)
            && looks++ < MOST_LOOKS
            && BoilerplateDetector.asksForConsent(element));
  }

  /** The head of an article is no furniture, nor is one with a heading that the title lacks. */
  private static boolean isOfTheSite(Element header, String title) {
    Element heading = header.selectFirst("h1");
    return header.closest("main, article") == null
        && (heading == null || title.contains(ReadableText.oneLine(heading.text())));
  }
}
