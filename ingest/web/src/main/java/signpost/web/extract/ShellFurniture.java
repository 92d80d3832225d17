package signpost.web.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The small parts of an empty shell that are not the page: a menu, a foot, a cookie box, what is
 * hidden until something fails. What is large, or holds the main part, is the page.
 */
final class ShellFurniture {
  /** A shell may have some of each; what says more is a page, whatever its parts are called. */
  static final int MOST_WORDS_IN_ALL = 150;

  /** White space and signs counted, of a page that says so little. */
  static final int LONGEST_PAGE = 200_000;

  private static final int MOST_WORDS = 75;

  /** Of a part that may be the page's own, besides the words of its links. */
  private static final int MOST_PROSE = 25;

  /** Of a link that leads to a place on the page. */
  private static final int MOST_WITHIN = 12;

  /** What is hidden and longer is folded away, and read. */
  private static final int MOST_HIDDEN = 30;

  /** Each looks at all that an element holds: they may stand within one another. */
  private static final int MOST_LOOKS = 200;

  private static final Set<String> ALWAYS = Set.of("nav", "footer", "dialog", "button");

  private static final Set<String> ALWAYS_ROLES =
      Set.of("navigation", "contentinfo", "search", "progressbar");

  /** Boxes that stay hidden until something fails: Salesforce, Blazor. */
  private static final Set<String> ALWAYS_IDS =
      Set.of("auraerrormask", "auraerror", "blazor-error-ui");

  private final String title;
  private int looks;

  /** {@code title}: of the page. */
  ShellFurniture(String title) {
    this.title = title;
  }

  /** Whether an element is such a part, or holds no words at all. */
  boolean has(Element element) {
    return ShownText.isWordless(element)
        || isAlways(element)
        || (isHead(element) && isSmall(element, MOST_WORDS) && isLinks(element))
        || (element.attr("href").startsWith("#") && isSmall(element, MOST_WITHIN))
        || (HiddenElements.isHidden(element) && isSmall(element, MOST_HIDDEN))
        || asksForConsent(element);
  }

  private boolean isAlways(Element element) {
    return (ALWAYS.contains(element.normalName())
            || ALWAYS_ROLES.contains(element.attr("role"))
            || ALWAYS_IDS.contains(element.id().toLowerCase(Locale.ROOT)))
        && isSmall(element, MOST_WORDS);
  }

  /** The head of an article is no furniture, nor is one with a heading that the title lacks. */
  private boolean isHead(Element element) {
    if (!element.normalName().equals("header") && !element.attr("role").equals("banner")) {
      return false;
    }
    Element heading = looks < MOST_LOOKS ? element.selectFirst("h1") : element;
    return element.closest("main, article") == null
        && (heading == null || title.contains(ReadableText.oneLine(heading.text())));
  }

  private boolean asksForConsent(Element element) {
    return element.attributesSize() > 0
        && BoilerplateDetector.namedForConsent(element)
        && isSmall(element, MOST_WORDS_IN_ALL)
        && element.closest("main, article") == null
        && BoilerplateDetector.asksForConsent(ShownText.of(element, LONGEST_PAGE));
  }

  private boolean isSmall(Element element, int most) {
    return looks++ < MOST_LOOKS
        && WordCount.of(ShownText.of(element, LONGEST_PAGE)) <= most
        && element.selectFirst("main, article, [role=main]") == null;
  }

  private static boolean isLinks(Element element) {
    int linked =
        element.select("a, button").stream()
            .mapToInt(link -> WordCount.of(ShownText.of(link, LONGEST_PAGE)))
            .sum();
    return WordCount.of(ShownText.of(element, LONGEST_PAGE)) - linked <= MOST_PROSE;
  }
}
