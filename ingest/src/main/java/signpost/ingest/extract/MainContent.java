package signpost.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the part of a page that the page is about: by meaning where marked, else by density. */
final class MainContent {

  /** The chosen boxes in document order, none within another. */
  record Choice(List<Box> roots, boolean semantic) {}

  private MainContent() {}

  static Choice of(PageTree page) {
    Box marked = marked(page);
    Scoring.score(page);
    Box top = best(page);
    if (marked != null && trustworthy(marked, top, page)) {
      return new Choice(List.of(marked), true);
    }
    if (top == null) {
      return new Choice(List.of(marked == null ? page.root() : marked), true);
    }
    return new Choice(withSiblings(page, raise(top)), false);
  }

  private static @Nullable Box marked(PageTree page) {
    Box best = null;
    for (Box box : page.boxes) {
      if (!box.dropped && (box.is("main", "article") || box.attribute("role").equals("main"))) {
        if (best == null
            || (!best.holds(box) && box.chars > best.chars)
            || (best.holds(box) && box.chars * 4 > best.chars * 3)) {
          best = box;
        }
      }
    }
    return best;
  }

  private static boolean trustworthy(Box marked, @Nullable Box top, PageTree page) {
    return marked.chars * 10 >= page.root().chars * 4 && (top == null || marked.holds(top));
  }

  private static @Nullable Box best(PageTree page) {
    return page.boxes.stream()
        .filter(box -> !box.dropped && box.score > 0 && !box.is("body", "html"))
        .max(Comparator.comparingDouble(box -> box.score))
        .orElse(null);
  }

  /** A parent that says hardly more than its child is the better root; its siblings come along. */
  private static Box raise(Box top) {
    Box at = top;
    double threshold = top.score / 3;
    double last = top.score;
    for (Box up = top.parent; up != null && !up.is("body"); up = up.parent) {
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

  private static List<Box> withSiblings(PageTree page, Box top) {
    Box parent = top.parent;
    if (parent == null) {
      return List.of(top);
    }
    double threshold = Math.max(10, top.score * 0.2);
    String topClass = top.element.className();
    List<Box> kept = new ArrayList<>();
    for (var child : parent.element.children()) {
      Box box = page.box(child);
      if (box != null && (box == top || belongs(box, topClass, top, threshold))) {
        kept.add(box);
      }
    }
    return kept;
  }

  private static boolean belongs(Box box, String topClass, Box top, double threshold) {
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
