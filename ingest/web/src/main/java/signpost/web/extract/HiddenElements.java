package signpost.web.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells what a sighted reader never sees. */
final class HiddenElements {
  private static final Pattern STYLE =
      Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
  private static final Set<String> CLASSES =
      Set.of(
          "visually-hidden",
          "visuallyhidden",
          "govuk-visually-hidden",
          "sr-only",
          "screen-reader-text",
          "element-invisible",
          "hidden",
          "d-none",
          "noprint-only",
          "print-only",
          "show-for-sr",
          "govuk-skip-link",
          "skip-link",
          "skiplink",
          "mw-jump-link",
          "u-hidden",
          "is-hidden",
          "ds_skip-links");

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

  private HiddenElements() {}

  static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.attr("aria-modal").equalsIgnoreCase("true")) {
      return true;
    }
    if (isMarkedHidden(element)) {
      return !folds(element);
    }
    return hasHiddenClass(element.attr("class"));
  }

  private static boolean isMarkedHidden(Element element) {
    if (element.hasAttr("hidden") && !element.attr("hidden").equalsIgnoreCase("until-found")) {
      return true;
    }
    String style = element.attr("style");
    return element.attr("aria-hidden").equalsIgnoreCase("true")
        || (!style.isEmpty() && STYLE.matcher(style).find());
  }

  /** Tabs and folded sections are hidden until somebody asks for them: they are to be read. */
  private static boolean folds(Element element) {
    return element.attr("role").equalsIgnoreCase("tabpanel")
        || ClassWords.of(element.className(), "").stream().anyMatch(FOLDS::contains);
  }

  private static boolean hasHiddenClass(String classes) {
    if (classes.isEmpty()) {
      return false;
    }
    for (String name : classes.toLowerCase(Locale.ROOT).split("\\s+", 20)) {
      if (CLASSES.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
