package signpost.web.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

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

  /** What a page is, as against what stands around it. */
  private static final String PAGE = "main, article, [role=main], " + EmptyShell.ROOTS;

  /** What may be a box that asks for consent. */
  private static final Set<String> BOXES = Set.of("div", "section", "aside");

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
  private final Set<Element> around;
  private int looks;

  /** {@code title}: of the page whose {@code body} is looked at. */
  ShellFurniture(Element body, String title) {
    this.title = title;
    this.around = aroundPage(body);
  }

  /** What the page stands in, to the outermost. */
  private static Set<Element> aroundPage(Element body) {
    Set<Element> found = new HashSet<>();
    for (Element part : body.select(PAGE)) {
      for (@Nullable Element at = part; at != null && found.add(at); ) {
        at = at.parent();
      }
    }
    return found;
  }

  /** Whether an element is such a part, or holds no words at all. */
  boolean has(Element element) {
    return ShownText.isWordless(element)
        || isAlways(element)
        || (isHead(element)
            && isSmall(element, MOST_WORDS)
            && ShellHead.saysNothing(element, title))
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

  /** The head of an article is no furniture. */
  private static boolean isHead(Element element) {
    return (element.normalName().equals("header") || element.attr("role").equals("banner"))
        && element.closest("main, article") == null;
  }

  private boolean asksForConsent(Element element) {
    return element.attributesSize() > 0
        && BOXES.contains(element.normalName())
        && BoilerplateDetector.namedForConsent(element)
        && isSmall(element, MOST_WORDS_IN_ALL)
        && element.closest("main, article") == null
        && element.selectFirst("h1") == null
        && BoilerplateDetector.asksForConsent(ShownText.of(element, LONGEST_PAGE));
  }

  private boolean isSmall(Element element, int most) {
    return !around.contains(element)
        && looks++ < MOST_LOOKS
        && WordCount.of(ShownText.of(element, LONGEST_PAGE)) <= most;
  }
}
