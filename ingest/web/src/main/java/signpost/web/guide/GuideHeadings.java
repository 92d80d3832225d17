package signpost.web.guide;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What heads a part of a guide: headings, and what stands for them on accordions, tabs, lists of
 * terms and in the markup of editors that know no headings. A heading that is a link itself heads
 * nothing: it is an item of the list above it.
 */
final class GuideHeadings {
  private static final int LONGEST = 150;
  private static final String REAL = "h2, h3, h4, h5, h6, [role=heading]";

  /**
   * A style of a rich text editor, a word processor or a design system: {@code ms-rteElement-H2}.
   */
  private static final Pattern STYLE =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:h|head|heading-?|mso-?heading-?|rtf-?h)[2-5](?:$|[\\s_-])");

  private static final Pattern SENTENCE = Pattern.compile(".*[.!?,;]\\s*$");
  private static final String BLOCKS = "p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, dl";

  private final Map<String, String> tabs = new HashMap<>();
  private final boolean boldOnes;

  GuideHeadings(Element main) {
    boldOnes = main.select(REAL).isEmpty();
    main.select("[role=tab][id]").forEach(tab -> tabs.put(tab.id(), tab.text()));
  }

  /** The words that head what follows; empty where an element heads nothing. */
  Optional<String> of(Element element) {
    return heads(element) ? Optional.of(element.text()).filter(it -> !it.isBlank()) : tab(element);
  }

  private Optional<String> tab(Element element) {
    return element.attr("role").equals("tabpanel")
        ? Optional.ofNullable(tabs.get(element.attr("aria-labelledby")))
        : Optional.empty();
  }

  private boolean heads(Element element) {
    boolean heads =
        switch (element.normalName()) {
          case "h2", "h3", "h4", "h5", "h6", "summary", "caption" -> true;
          case "button" -> opens(element);
          case "dt" -> describesLinks(element);
          case "p", "div", "span" ->
              isStyled(element) || (boldOnes && isBold(element)) || isMarked(element);
          default -> isMarked(element) || opensInPage(element);
        };
    return heads && !isLink(element) && element.closest("a[href]:not([href^=#])") == null;
  }

  private static boolean isMarked(Element element) {
    return switch (element.attr("role")) {
      case "heading" -> true;
      case "button" -> opens(element);
      default -> false;
    };
  }

  /** All its words are those of a link to somewhere else. */
  private static boolean isLink(Element element) {
    return element.select("a[href]:not([href^=#])").stream()
        .anyMatch(a -> a.text().equals(element.text()));
  }

  private static boolean opens(Element element) {
    return !element.attr("role").equals("tab")
        && (element.hasAttr("aria-controls") || element.hasAttr("aria-expanded"))
        && element.text().length() <= LONGEST;
  }

  /** A link to its own panel, as accordions of older frameworks have it. */
  private static boolean opensInPage(Element element) {
    return element.nameIs("a")
        && element.attr("href").startsWith("#")
        && element.hasAttr("aria-expanded")
        && opens(element);
  }

  private static boolean describesLinks(Element term) {
    Element next = term.nextElementSibling();
    return next != null && next.nameIs("dd") && next.selectFirst("a[href]") != null;
  }

  private static boolean isStyled(Element element) {
    return STYLE.matcher(element.className()).find() && isShortLine(element);
  }

  private static boolean isBold(Element element) {
    Element only = element.childrenSize() == 1 ? element.child(0) : null;
    return only != null
        && only.is("strong, b")
        && only.text().equals(element.text())
        && isShortLine(element)
        && !SENTENCE.matcher(element.text()).matches();
  }

  private static boolean isShortLine(Element element) {
    return element.hasText()
        && element.text().length() <= LONGEST
        && element.children().select(BLOCKS).isEmpty();
  }
}
