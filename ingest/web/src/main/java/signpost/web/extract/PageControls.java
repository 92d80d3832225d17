package signpost.web.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Small things that are no words of the page: links that print it, boxes labelled as paid for. */
final class PageControls {
  private static final Pattern DOES_SOMETHING =
      Pattern.compile(
          "(?i)(?:print|share|e-?mail|save|bookmark|copy link|close|back to top|top of page|listen"
              + "|argraffu|rhannu|e-?bostio)\\b.{0,30}");

  private static final Pattern PAID_FOR =
      Pattern.compile(
          "(?i)(?:advertise?ments?|advert|sponsored(?: (?:content|post|by .{1,40}))?|promoted(?: content)?"
              + "|paid (?:content|post|for by .{1,40})|hysbyseb(?:ion)?|noddwyd gan .{1,40})[.:]?");

  /** What sites ask below a page, of the page. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)(?:(?:was|is|did|has)\\b.{0,20}\\bthis (?:web ?)?(?:page|content|information|article|site)\\b"
              + ".{0,20}\\b(?:useful|helpful|help you|helped you|what you)\\b.{0,20}\\?"
              + "|(?:was|is) this (?:useful|helpful)\\?"
              + "|how (?:useful|helpful|would you rate)\\b.{0,20}\\bthis (?:page|content|information)\\b.{0,10}\\?"
              + "|did you find (?:what you (?:were|are) looking for|this (?:useful|helpful))\\b.{0,10}\\?"
              + "|(?:a )?oedd (?:y |'r )?(?:dudalen|wybodaeth) hon yn (?:ddefnyddiol|help).{0,10}\\?)");

  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_BOX = 600;

  private PageControls() {}

  /** A link that leads nowhere and says what it does; a line that asks how the page was. */
  static boolean isControl(ElementBox box) {
    return leadsNowhere(box) || asksOfPage(box);
  }

  private static boolean leadsNowhere(ElementBox box) {
    if (!box.is("a") || box.chars > LONGEST_LABEL) {
      return false;
    }
    String href = box.attribute("href").strip().toLowerCase(Locale.ROOT);
    return (href.startsWith("javascript:") || href.equals("#") || href.equals("#print"))
        && DOES_SOMETHING.matcher(ReadableText.oneLine(box.element.text())).matches();
  }

  private static boolean asksOfPage(ElementBox box) {
    return box.chars > 0
        && box.chars <= LONGEST_LABEL
        && (box.isHeading() || box.is("p", "div", "legend", "label", "span", "strong"))
        && edge(box.element, true) == '?'
        && ASKS.matcher(ReadableText.oneLine(box.element.text())).matches();
  }

  /** The small box that a label calls paid for; none if this is no such label. */
  static @Nullable ElementBox paidFor(ElementBox label) {
    ElementBox box = label.parent;
    return label.chars > 0
            && label.chars <= LONGEST_LABEL
            && box != null
            && box.is("div", "section", "aside", "li", "figure")
            && box.chars <= LONGEST_BOX
            && "asphn".indexOf(Character.toLowerCase(edge(label.element, false))) >= 0
            && PAID_FOR.matcher(ReadableText.oneLine(label.element.text())).matches()
            && box.element.selectFirst("h1, h2") == null
        ? box
        : null;
  }

  /** The first letter or sign of what a part says, or the last; a space if it says nothing. */
  private static char edge(Element part, boolean last) {
    int size = part.childNodeSize();
    for (int i = 0; i < size; i++) {
      Node child = part.childNode(last ? size - 1 - i : i);
      char edge = ' ';
      if (child instanceof TextNode text) {
        edge = edge(text.getWholeText(), last);
      } else if (child instanceof Element element) {
        edge = edge(element, last);
      }
      if (edge != ' ') {
        return edge;
      }
    }
    return ' ';
  }

  private static char edge(String text, boolean last) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(last ? text.length() - 1 - i : i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return c;
      }
    }
    return ' ';
  }
}
