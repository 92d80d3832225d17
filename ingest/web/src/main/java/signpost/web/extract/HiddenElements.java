package signpost.web.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Tells what a sighted reader never sees. */
final class HiddenElements {
  private static final Pattern STYLE =
      Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  /** Read aloud or printed, and never shown. */
  private static final Set<String> UNSEEN =
      Set.of(
          "accesshide",
          "element-invisible",
          "elementor-screen-only",
          "noprint-only",
          "print-only",
          "show-for-sr",
          "govuk-skip-link",
          "skip-link",
          "skiplink",
          "mw-jump-link",
          "ds_skip-links");

  /**
   * Design systems put their own name before it: {@code nhsuk-u-visually-hidden}. After two hyphens
   * a name speaks of a part of the element.
   */
  private static final Pattern FOR_READERS_ALOUD =
      Pattern.compile(
          "(?!not-)(?:[a-z0-9]+(?:-|__?)){0,4}(?:visually-?hidden|sr-only|screen-?reader-(?:text|only))(?:-focusable)?");

  /** Not shown until a script says so. */
  private static final Set<String> HIDDEN = Set.of("hidden", "d-none", "u-hidden", "is-hidden");

  /** React sends what it has rendered late in such boxes, and a script puts them in place. */
  private static final Pattern STREAMED = Pattern.compile("S:[0-9a-f]+");

  private static final Set<String> FOLDS =
      Set.of(
          "accordion",
          "collapse",
          "collapsible",
          "expander",
          "expandable",
          "faq",
          "answer",
          "tabpanel",
          "tabs",
          "toggle");

  /**
   * Shown again on screens of some width: Bootstrap ({@code d-md-block}), Tailwind ({@code
   * md:flex}), Foundation ({@code show-for-medium}), Bulma ({@code is-block-tablet}).
   */
  private static final Pattern SHOWN_WIDER =
      Pattern.compile(
          "d-(?:sm|md|lg|xl|xxl)-(?!none)[a-z-]+"
              + "|(?:sm|md|lg|xl|2xl|xs|tablet|desktop|min-\\[[^\\]]*\\]):(?:block|inline|inline-block|flex|inline-flex|grid|inline-grid|table|table-row|table-cell|contents|visible)"
              + "|show-for-(?:small|medium|large|xlarge)[a-z-]*|visible-(?:xs|sm|md|lg)[a-z-]*"
              + "|is-(?:block|flex|inline)[a-z-]*-(?:mobile|tablet|desktop|widescreen)");

  private HiddenElements() {}

  /** What nobody ever sees: words for screen readers and printers, dialogs. */
  static boolean isUnseen(Element element) {
    return element.attributesSize() > 0
        && (element.attr("aria-modal").equalsIgnoreCase("true")
            || isNamedUnseen(element.attr("class")));
  }

  private static boolean isNamedUnseen(String classes) {
    return !classes.isEmpty()
        && Stream.of(names(classes))
            .anyMatch(name -> UNSEEN.contains(name) || isForReadersAloud(name));
  }

  private static boolean isForReadersAloud(String name) {
    return (name.contains("hidden") || name.contains("reader") || name.contains("sr-only"))
        && FOR_READERS_ALOUD.matcher(name).matches();
  }

  /** What is not shown at first; a script may show it. */
  static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (isMarkedHidden(element)) {
      return !folds(element) && !STREAMED.matcher(element.id()).matches();
    }
    return hasClass(element.attr("class"), HIDDEN);
  }

  private static boolean isMarkedHidden(Element element) {
    if (element.hasAttr("hidden") && !element.attr("hidden").equalsIgnoreCase("until-found")) {
      return true;
    }
    String style = element.attr("style");
    return element.attr("aria-hidden").equalsIgnoreCase("true")
        || (!style.isEmpty() && STYLE.matcher(style).find());
  }

  /**
   * Tabs and folded sections are hidden until somebody asks for them: they are to be read. What
   * stands in a line is no section but the sign of one, such as a plus.
   */
  private static boolean folds(Element element) {
    return element.attr("role").equalsIgnoreCase("tabpanel")
        || (!element.nameIs("span")
            && !element.nameIs("i")
            && ClassWords.of(element.className(), "").stream().anyMatch(FOLDS::contains));
  }

  private static boolean hasClass(String classes, Set<String> wanted) {
    if (classes.isEmpty()) {
      return false;
    }
    return hasName(classes, wanted)
        && Stream.of(names(classes)).noneMatch(name -> SHOWN_WIDER.matcher(name).matches());
  }

  private static boolean hasName(String classes, Set<String> wanted) {
    return !classes.isEmpty() && Stream.of(names(classes)).anyMatch(wanted::contains);
  }

  private static String[] names(String classes) {
    String lower = classes.toLowerCase(Locale.ROOT);
    return lower.indexOf(' ') < 0 && lower.indexOf('\n') < 0 && lower.indexOf('\t') < 0
        ? new String[] {lower}
        : lower.split("\\s+", 40);
  }
}
