package signpost.web.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the summary a page opens with. */
final class LeadParagraph {
  private static final Set<String> GENERIC =
      Set.of(
          "lead",
          "lede",
          "intro",
          "introduction",
          "summary",
          "standfirst",
          "page-summary",
          "page-intro",
          "article-summary",
          "nhsuk-lede-text",
          "lead-paragraph",
          "page-lead",
          "strapline");

  /** How the last part of a longer class name ends: {@code article__standfirst}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)[\\w-]*(?:[-_](?:lead|lede|intro|introduction|standfirst|perex|dek|deck|chapo|strapline"
              + "|subtitle|subheading|subheader|summary|excerpt)|standfirst|subheadline|sub-headline)");

  private static final int SHORTEST = 20;
  private static final int LONGEST = 1500;

  private LeadParagraph() {}

  /** The element that is the lead, if the publisher or the page marks one. */
  static @Nullable ElementBox marked(PageTree page, PublisherRule rule, Document document) {
    for (String selector : rule.lead()) {
      ElementBox box = first(page, document, selector);
      if (box != null) {
        return box;
      }
    }
    boolean titled = false;
    for (ElementBox box : page.boxes) {
      if (box.hidden) {
        continue;
      }
      titled |= box.is("h1");
      if (box.element.hasAttr("class") && isNamed(box, titled) && isLead(box)) {
        return box;
      }
      if (titled && box.is("h2", "h3")) {
        titled = false;
      }
    }
    return null;
  }

  /** Longer names also stand in lists of pages: they count between the title and the text. */
  private static boolean isNamed(ElementBox box, boolean afterTitle) {
    return box.element.classNames().stream()
        .anyMatch(name -> GENERIC.contains(name) || (afterTitle && NAMED.matcher(name).matches()));
  }

  private static @Nullable ElementBox first(PageTree page, Document document, String selector) {
    for (Element element : document.select(selector)) {
      ElementBox box = page.box(element);
      if (box != null && isLead(box)) {
        return box;
      }
    }
    return null;
  }

  private static boolean isLead(ElementBox box) {
    return !box.isHeading()
        && box.chars >= SHORTEST
        && box.chars <= LONGEST
        && box.linkDensity() < 0.5
        && !inBoilerplate(box)
        && !DateStamp.only(ReadableText.oneLine(firstParagraph(box).text()));
  }

  private static boolean inBoilerplate(ElementBox box) {
    for (ElementBox at = box; at != null; at = at.parent) {
      if (at.dropped && !at.is("header")) {
        return true;
      }
    }
    return false;
  }

  /** The lead's words: the marked element's, else the first paragraph's, else the description's. */
  static String words(@Nullable ElementBox marked, List<TextBlock> blocks, Document document) {
    if (marked != null) {
      return ReadableText.oneLine(firstParagraph(marked).text());
    }
    String opening = opening(blocks);
    if (!opening.isEmpty()) {
      return opening;
    }
    Element described = document.head().selectFirst("meta[name=description][content]");
    return described == null
        ? ""
        : ReadableText.cut(ReadableText.oneLine(described.attr("content")), LONGEST);
  }

  /** A part marked as the introduction may hold lists and buttons beside the lead. */
  private static Element firstParagraph(ElementBox marked) {
    Element first = marked.element.selectFirst("p");
    boolean holdsMore = marked.element.selectFirst("ul, ol, h2, h3, [role=button]") != null;
    return first != null && holdsMore ? first : marked.element;
  }

  /** The first real paragraph, where it comes before the second heading. */
  static String opening(List<TextBlock> blocks) {
    int headings = 0;
    for (TextBlock block : blocks) {
      headings += block.kind() == TextBlock.BlockKind.HEADING ? 1 : 0;
      if (block.kind() == TextBlock.BlockKind.PARAGRAPH
          && block.text().length() >= 40
          && !DateStamp.only(block.text())) {
        return ReadableText.cut(block.text(), LONGEST);
      }
      if (headings > 1) {
        return "";
      }
    }
    return "";
  }
}
