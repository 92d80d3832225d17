package signpost.web.extract;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells what people come to a page for, whatever the part that holds it is called. */
final class PageFacts {
  private static final Set<String> PROSE =
      Set.of("p", "td", "th", "tr", "tbody", "thead", "dl", "dt", "dd", "blockquote", "pre");

  /** Telephone numbers, short helplines, prices, postcodes, opening times; no clock by itself. */
  private static final Pattern FACT =
      Pattern.compile(
          "(?:\\+44 ?(?:\\(0\\) ?)?|\\b0)\\d{2,4}(?:[ -]?\\d{2,4}){1,3}\\b|£ ?\\d"
              + "|\\b116 ?\\d{3}\\b|\\b(?i:call|ring|phone|dial|text|ffoni\\w*)\\b.{0,12}\\b\\d{3,6}\\b"
              + "|\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b|\\b\\d{1,2}(?:[:.]\\d{2})? ?[ap]m\\b"
              + "|\\b\\d{1,2}[:.]\\d{2} ?(?:-|–|to|tan) ?\\d{1,2}[:.]\\d{2}\\b");

  private static final Pattern MAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)+");

  /** Names of what stands on every page of a site; its facts are the site's, not the page's. */
  private static final Set<String> SITE =
      Set.of(
          "footer",
          "nav",
          "navigation",
          "navbar",
          "menu",
          "megamenu",
          "cookie",
          "cookies",
          "consent",
          "masthead",
          "topbar",
          "copyright",
          "newsletter",
          "subscribe",
          "signup");

  private static final int SHORT = 20;

  /** A name alone takes away nothing longer. */
  private static final int LONG = 4_000;

  /** Nobody writes more into the lines that say how to reach somebody, or what a file is. */
  private static final int FEW = 300;

  private PageFacts() {}

  static boolean in(String line) {
    return (line.chars().anyMatch(c -> c >= '0' && c <= '9') && FACT.matcher(line).find())
        || (line.indexOf('@') > 0 && MAIL.matcher(line).find());
  }

  /**
   * Whether a part may not go for its name alone: a table, sentences set as a paragraph or cell,
   * facts.
   *
   * @param free whether no navigation, head, foot or aside of the page is around it
   */
  static boolean outweigh(ElementBox box, boolean free) {
    if (!BoilerplateDetector.within(box, "main", "article")
        && box.words().stream().anyMatch(SITE::contains)) {
      return false;
    }
    if (box.is("table") || (free && box.is("tr", "td", "th", "tbody", "thead"))) {
      return box.linkDensity() < 0.5;
    }
    if (box.linkDensity() > 0.33) {
      return free
          && box.chars <= FEW
          && box.isSmall()
          && (givesNumbers(box) || DocumentLines.offersFile(box));
    }
    if (box.chars > LONG) {
      return true;
    }
    String text = ReadableText.oneLine(box.element.text());
    boolean sentences = text.length() >= SHORT && text.endsWith(".") && box.linkDensity() < 0.3;
    return (PROSE.contains(box.tag) && sentences)
        || (free && (in(text) || (box.chars <= FEW && DocumentLines.isOfFile(box, text))));
  }

  /** Facts beside links by which to call or write: such links lead nowhere else. */
  private static boolean givesNumbers(ElementBox box) {
    int contacts =
        box.element.select("a[href^=tel:], a[href^=mailto:]").stream()
            .mapToInt(link -> ReadableText.oneLine(link.text()).length())
            .sum();
    return contacts > 0
        && (box.linkChars - contacts) * 3 <= box.chars
        && in(ReadableText.oneLine(box.element.text()));
  }
}
