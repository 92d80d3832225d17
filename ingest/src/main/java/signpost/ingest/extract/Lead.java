package signpost.ingest.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the summary a page opens with. */
final class Lead {
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
  private static final int SHORTEST = 20;
  private static final int LONGEST = 1500;

  private Lead() {}

  /** The element that is the lead, if the publisher or the page marks one. */
  static @Nullable Box marked(PageTree page, PublisherRule rule, Document document) {
    for (String selector : rule.lead()) {
      Box box = first(page, document, selector);
      if (box != null) {
        return box;
      }
    }
    for (Box box : page.boxes) {
      if (box.element.hasAttr("class")
          && box.element.classNames().stream().anyMatch(GENERIC::contains)
          && isLead(box)) {
        return box;
      }
    }
    return null;
  }

  private static @Nullable Box first(PageTree page, Document document, String selector) {
    for (Element element : document.select(selector)) {
      Box box = page.box(element);
      if (box != null && isLead(box)) {
        return box;
      }
    }
    return null;
  }

  private static boolean isLead(Box box) {
    return !box.isHeading()
        && box.chars >= SHORTEST
        && box.chars <= LONGEST
        && box.linkDensity() < 0.5
        && !inFurniture(box);
  }

  private static boolean inFurniture(Box box) {
    for (Box at = box; at != null; at = at.parent) {
      if (at.dropped && !at.is("header")) {
        return true;
      }
    }
    return false;
  }

  /** The lead's words: the marked element's, else the first paragraph's, else the description's. */
  static String words(@Nullable Box marked, List<Block> blocks, Document document) {
    if (marked != null) {
      return Text.oneLine(marked.element.text());
    }
    String opening = opening(blocks);
    if (!opening.isEmpty()) {
      return opening;
    }
    Element described = document.head().selectFirst("meta[name=description][content]");
    return described == null ? "" : Text.cut(Text.oneLine(described.attr("content")), LONGEST);
  }

  /** The first real paragraph, where it comes before the second heading. */
  static String opening(List<Block> blocks) {
    int headings = 0;
    for (Block block : blocks) {
      headings += block.kind() == Block.Kind.HEADING ? 1 : 0;
      if (block.kind() == Block.Kind.PARAGRAPH && block.text().length() >= 40) {
        return Text.cut(block.text(), LONGEST);
      }
      if (headings > 1) {
        return "";
      }
    }
    return "";
  }
}
