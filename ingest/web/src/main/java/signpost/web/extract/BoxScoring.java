package signpost.web.extract;

import java.util.Set;

/**
 * Scores boxes by the prose in them, after the idea of Arc90's and Mozilla's Readability: a
 * paragraph speaks for its parent, half for its grandparent, less for those above.
 */
final class BoxScoring {
  static final Set<String> GOOD =
      Set.of(
          "article",
          "body",
          "content",
          "entry",
          "hentry",
          "main",
          "page",
          "post",
          "text",
          "blog",
          "story",
          "govspeak",
          "prose",
          "richtext",
          "rte");
  static final Set<String> BAD =
      Set.of(
          "hidden",
          "banner",
          "combx",
          "comment",
          "comments",
          "com",
          "contact",
          "footer",
          "gdpr",
          "masthead",
          "media",
          "meta",
          "outbrain",
          "promo",
          "related",
          "scroll",
          "share",
          "shopping",
          "sidebar",
          "skyscraper",
          "sponsor",
          "tags",
          "widget",
          "footnote");
  private static final int LEVELS = 5;
  private static final int SHORTEST = 25;

  private BoxScoring() {}

  static void score(PageTree page) {
    for (ElementBox box : page.boxes) {
      box.score = 0;
    }
    for (ElementBox box : page.boxes) {
      if (!box.dropped && speaks(page, box) && box.chars >= SHORTEST) {
        speak(box);
      }
    }
    for (ElementBox box : page.boxes) {
      if (box.score > 0) {
        box.score = (box.score + weight(box)) * (1 - box.linkDensity());
      }
    }
  }

  /** Paragraphs speak, and whatever holds text without holding blocks. */
  private static boolean speaks(PageTree page, ElementBox box) {
    if (box.is("p", "pre", "td", "blockquote") || (box.isHeading() && !box.is("h1"))) {
      return true;
    }
    return box.is("div", "section", "li", "dd") && !page.holdsBlocks(box);
  }

  private static void speak(ElementBox box) {
    double points = 1 + box.commas + 1 + Math.min(box.chars / 100, 3);
    ElementBox up = box.parent;
    for (int level = 0; up != null && level < LEVELS; level++, up = up.parent) {
      up.score += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
    }
  }

  private static double weight(ElementBox box) {
    double weight =
        switch (box.tag) {
          case "div" -> 5;
          case "pre", "td", "blockquote" -> 3;
          case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
          case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
          case "article" -> 15;
          default -> 0;
        };
    boolean good = false;
    boolean bad = false;
    for (String word : box.words()) {
      good |= GOOD.contains(word);
      bad |= BAD.contains(word);
    }
    return weight + (good ? 25 : 0) - (bad ? 25 : 0);
  }
}
