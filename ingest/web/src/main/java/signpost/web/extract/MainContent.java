package signpost.web.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the part of a page that the page is about: by meaning where marked, else by density. */
final class MainContent {
  private static final int TITLED = 500;

  /** The chosen boxes in document order, none within another. */
  record ContentChoice(List<ElementBox> roots, boolean semantic) {}

  private MainContent() {}

  static ContentChoice of(PageTree page, boolean article) {
    ElementBox marked = marked(page);
    BoxScoring.score(page);
    ElementBox best = best(page);
    ElementBox top = best == null ? null : climb(raise(best));
    ElementBox body = article ? ArticleBody.of(page, top) : null;
    if (body != null) {
      return new ContentChoice(List.of(body), true);
    }
    if (marked != null && trustworthy(marked, top, page)) {
      return top != null && isMuchTighter(top, marked, article ? 0.6 : 0.85)
          ? new ContentChoice(withSiblings(page, top), false)
          : new ContentChoice(List.of(marked), true);
    }
    if (top == null) {
      return new ContentChoice(List.of(marked == null ? page.root() : marked), true);
    }
    return new ContentChoice(withSiblings(page, top), false);
  }

  /**
   * An article is about its prose, not all its container holds; what may be another kind of page
   * has to have nearly all of its prose in one place to be taken for one.
   */
  private static boolean isMuchTighter(ElementBox top, ElementBox marked, double share) {
    return marked.holds(top)
        && top.proseChars > 800
        && top.proseChars >= marked.proseChars * share
        && top.chars * 4 < marked.chars * 3;
  }

  /** Goes up as long as that brings mostly more prose: sections are siblings of each other. */
  private static ElementBox climb(ElementBox top) {
    ElementBox at = top;
    for (ElementBox up = top.parent; up != null && !up.is("body", "html"); up = up.parent) {
      int prose = up.proseChars - at.proseChars;
      int chars = up.chars - at.chars;
      if (prose >= 100 + at.proseChars * 3 / 20 && prose * 10 >= chars * 6) {
        at = up;
      }
    }
    return at;
  }

  /** The main element, or within it the article that has its title or most of its prose. */
  private static @Nullable ElementBox marked(PageTree page) {
    ElementBox main = largest(page, null);
    if (main == null || main.is("article")) {
      return main;
    }
    ElementBox titled = titled(page, main);
    if (titled != null) {
      return titled;
    }
    ElementBox article = largest(page, main);
    return article != null && article.proseChars * 10 >= main.proseChars * 6 ? article : main;
  }

  /** The one article under the page's own heading, if it says enough to be it. */
  private static @Nullable ElementBox titled(PageTree page, ElementBox main) {
    List<ElementBox> titled =
        page.boxes.stream()
            .filter(box -> box.is("article") && !box.dropped && main.holds(box))
            .filter(box -> box.element.selectFirst("h1") != null)
            .limit(2)
            .toList();
    return titled.size() == 1 && titled.getFirst().proseChars >= TITLED ? titled.getFirst() : null;
  }

  /** The largest main part, or within one the largest article. */
  private static @Nullable ElementBox largest(PageTree page, @Nullable ElementBox within) {
    ElementBox best = null;
    for (ElementBox box : page.boxes) {
      boolean candidate = within == null ? box.isMain() : box.is("article") && within.holds(box);
      if (candidate && !box.dropped && (best == null || box.chars > best.chars)) {
        best = box;
      }
    }
    return best == null && within == null && !page.boxes.isEmpty()
        ? largest(page, page.root())
        : best;
  }

  private static boolean trustworthy(ElementBox marked, @Nullable ElementBox top, PageTree page) {
    return marked.chars * 10 >= page.root().chars * 4 && (top == null || marked.holds(top));
  }

  private static @Nullable ElementBox best(PageTree page) {
    return page.boxes.stream()
        .filter(box -> !box.dropped && box.score > 0 && !box.is("body", "html"))
        .max(Comparator.comparingDouble(box -> box.score))
        .orElse(null);
  }

  /** A parent that says hardly more than its child is the better root; its siblings come along. */
  private static ElementBox raise(ElementBox top) {
    ElementBox at = top;
    double threshold = top.score / 3;
    double last = top.score;
    for (ElementBox up = top.parent; up != null && !up.is("body"); up = up.parent) {
      if (up.score == 0) {
        continue;
      }
      if (up.score < threshold) {
        break;
      }
      if (up.score > last) {
        at = up;
        break;
      }
      last = up.score;
    }
    while (at.parent != null && !at.parent.is("body") && at.parent.chars == at.chars) {
      at = at.parent;
    }
    return at;
  }

  private static List<ElementBox> withSiblings(PageTree page, ElementBox top) {
    ElementBox parent = top.parent;
    if (parent == null) {
      return List.of(top);
    }
    double threshold = Math.max(10, top.score * 0.2);
    String topClass = top.element.className();
    List<ElementBox> kept = new ArrayList<>();
    for (var child : parent.element.children()) {
      ElementBox box = page.box(child);
      if (box != null && (box == top || belongs(box, topClass, top, threshold))) {
        kept.add(box);
      }
    }
    return kept;
  }

  private static boolean belongs(
      ElementBox box, String topClass, ElementBox top, double threshold) {
    if (box.dropped) {
      return false;
    }
    double bonus =
        !topClass.isEmpty() && box.element.className().equals(topClass) ? top.score * 0.2 : 0;
    if (box.score + bonus >= threshold) {
      return true;
    }
    if (!box.is("p", "ul", "ol", "blockquote", "section", "div")) {
      return false;
    }
    return box.is("p")
        && (box.chars > 80 ? box.linkDensity() < 0.25 : box.chars > 0 && box.linkDensity() == 0);
  }
}
