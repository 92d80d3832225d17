package signpost.web.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines that are read whatever was chosen: lead and notices, facts such as telephone numbers
 * and prices, documents, embeds, and the main part of a page of which nothing was chosen.
 */
final class UnlosableLines {
  private final PageTree page;
  private final List<PageBlock> lines;
  private final List<ElementBox> mains;
  private final List<NoticeBox> notices;
  private final @Nullable ElementBox lead;
  private final boolean[] ruled;
  private final boolean[] documents;

  /**
   * By number of box: whether no head, foot, navigation, aside or form of the page is around it.
   */
  private final boolean[] free;

  /**
   * @param mains the main parts, as the page calls them
   * @param notices what may be notices: what speaks stays in any case, of the others those lines
   *     that the rules would read
   * @param ruled for each line whether the rules would read it
   */
  UnlosableLines(
      PageTree page,
      BlockWalk walk,
      List<ElementBox> mains,
      List<NoticeBox> notices,
      @Nullable ElementBox lead,
      boolean[] ruled) {
    this.page = page;
    this.lines = walk.blocks;
    this.documents = DocumentLines.of(walk);
    this.mains = mains;
    this.notices = notices;
    this.lead = lead;
    this.ruled = ruled;
    this.free = free();
  }

  /** The chosen lines with what must not be lost; by structure alone where hardly any is chosen. */
  boolean[] beside(boolean[] chosen) {
    boolean[] all = withFacts(chosen);
    keepMain(all);
    if (!ReadShare.of(lines, all).isSmall()) {
      return all;
    }
    for (int i = 0; i < all.length; i++) {
      all[i] |= standsFree(lines.get(i).box());
    }
    return all;
  }

  /** Where a page has one main part and nothing in it was chosen, its lines stay. */
  private void keepMain(boolean[] all) {
    if (mains.size() != 1) {
      return;
    }
    List<Integer> inside =
        IntStream.range(0, all.length)
            .filter(i -> mains.getFirst().holds(lines.get(i).box()))
            .boxed()
            .toList();
    if (inside.stream().noneMatch(i -> all[i])) {
      inside.forEach(i -> all[i] = standsFree(lines.get(i).box()));
    }
  }

  /** Lines outside the head, foot, navigation and asides of the page. */
  long freeLines() {
    return lines.stream().filter(line -> standsFree(line.box())).count();
  }

  /**
   * The chosen lines with lead and notices, and the facts said between the title and their end, or
   * in the part that the title opens.
   */
  private boolean[] withFacts(boolean[] chosen) {
    int last = -1;
    int title = -1;
    for (int i = 0; i < chosen.length; i++) {
      last = chosen[i] ? i : last;
      title = title < 0 && isTitle(lines.get(i)) ? i : title;
    }
    Optional<ElementBox> part = title < 0 ? Optional.empty() : opened(lines.get(title));
    boolean[] all = chosen.clone();
    for (int i = 0; i < all.length; i++) {
      PageBlock line = lines.get(i);
      boolean beside = part.filter(it -> it.holds(line.box())).isPresent();
      boolean amid = title >= 0 && i > title && (i < last || beside);
      all[i] =
          all[i]
              || isSaid(line.start())
              || isNoticed(i)
              || (amid && (givesFacts(line) || offersDocument(i)));
    }
    return all;
  }

  private boolean givesFacts(PageBlock line) {
    return !line.box().dropped
        && standsFree(line.box())
        && (PageFacts.in(line.text().text()) || line.start().element.hasAttr(EmbeddedTargets.MARK));
  }

  private boolean offersDocument(int line) {
    ElementBox box = lines.get(line).box();
    return documents[line] && !box.dropped && standsFree(box);
  }

  /** The part that a title opens: the outermost main part around it, or what holds it. */
  private static Optional<ElementBox> opened(PageBlock title) {
    ElementBox part = title.box().parent;
    for (ElementBox at = part; at != null; at = at.parent) {
      part = at.standsForMain() ? at : part;
    }
    return Optional.ofNullable(part).filter(it -> !it.is("body", "html"));
  }

  /** A notice that the rules would read; what merely looks like one need not be. */
  private boolean isNoticed(int line) {
    ElementBox box = lines.get(line).start();
    return ruled[line] && notices.stream().anyMatch(notice -> notice.box().holds(box));
  }

  private static boolean isTitle(PageBlock line) {
    return line.isTitle() && !line.box().dropped;
  }

  private boolean isSaid(ElementBox box) {
    return (lead != null && lead.holds(box))
        || notices.stream().anyMatch(notice -> notice.speaks() && notice.box().holds(box));
  }

  /** Some sites put the whole page into one form or header; that is none. */
  private boolean[] free() {
    boolean[] free = new boolean[page.boxes.size()];
    for (ElementBox box : page.boxes) {
      boolean beside =
          box.is("nav", "footer", "aside", "form", "header") && box.chars * 2 <= page.root().chars;
      free[box.number] = !beside && (box.parent == null || free[box.parent.number]);
    }
    return free;
  }

  private boolean standsFree(ElementBox box) {
    return free[box.number] && !box.hidden;
  }
}
