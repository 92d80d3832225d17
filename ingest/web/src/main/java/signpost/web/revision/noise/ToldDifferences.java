package signpost.web.revision.noise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import signpost.web.extract.Notice;
import signpost.web.extract.TextBlock;
import signpost.web.revision.compare.BlockDiff;
import signpost.web.revision.compare.BlockDiff.ChangedRun;
import signpost.web.revision.compare.BlockPairing.BlockPair;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLine;
import signpost.web.revision.compare.ComparablePage.TextLink;
import signpost.web.revision.compare.LinkChanges;

/**
 * Finds the places where a page differs from the version its owners were last told of. A block that
 * only moved is no difference.
 */
final class ToldDifferences {
  /**
   * A page with more changed pieces than this counts as another page and is remembered as a whole.
   */
  private static final int MOST_PIECES = 400;

  /** Two changed places with at most this many unchanged blocks between them belong to one list. */
  private static final int NEAR = 3;

  private final List<TextReplacement> swaps = new ArrayList<>();

  private ToldDifferences() {}

  /**
   * @param flips what differs in our reading alone: that makes no other page of it
   */
  static List<TextReplacement> between(
      ComparablePage told, ComparablePage now, BlockDiff blocks, ReadingFlips flips) {
    ToldDifferences differences = new ToldDifferences();
    differences.ofWords(blocks.runs());
    differences.ofLinks(LinkChanges.between(told, now));
    differences.ofNotices(told.notices(), now.notices());
    differences.ofOne(PagePiece.PieceKind.TITLE, told, now, ComparablePage::title);
    differences.ofOne(PagePiece.PieceKind.PAGES, told, now, it -> String.valueOf(it.pages()));
    List<TextReplacement> rest = flips.without(differences.swaps);
    if (areOfAnotherPage(rest, told, now)) {
      return List.of(
          replaced(
              new PagePiece(PagePiece.PieceKind.WHOLE, told.title()),
              new PagePiece(PagePiece.PieceKind.WHOLE, now.title())));
    }
    return !blocks.exact() || pieces(rest) > MOST_PIECES
        ? List.of(replaced(whole(told), whole(now)))
        : differences.swaps;
  }

  private static int pieces(List<TextReplacement> swaps) {
    return swaps.stream().mapToInt(it -> it.olds().size() + it.youngs().size()).sum();
  }

  /**
   * Returns whether this is another page: its title differs and most of the old text is gone. Later
   * visits do not change that. Its title is all by which it is known again, since what passes on it
   * is not known yet.
   */
  private static boolean areOfAnotherPage(
      List<TextReplacement> swaps, ComparablePage told, ComparablePage now) {
    int gone =
        swaps.stream()
            .flatMap(swap -> swap.olds().stream())
            .filter(PagePiece::words)
            .mapToInt(piece -> piece.text().length())
            .sum();
    int all = told.lines().stream().mapToInt(line -> line.text().length()).sum();
    return !told.title().equalsIgnoreCase(now.title()) && 2 * gone > all;
  }

  /**
   * Represents a whole page by its title and headings, because single pieces of a very different
   * page may be volatile.
   */
  private static PagePiece whole(ComparablePage reading) {
    String headings =
        reading.lines().stream()
            .filter(line -> line.kind() == TextBlock.BlockKind.HEADING && !line.renewed())
            .map(TextLine::text)
            .collect(Collectors.joining("\n", reading.title() + "\n", ""));
    return new PagePiece(PagePiece.PieceKind.WHOLE, headings);
  }

  /**
   * Blocks that came, went or became others near by are one place: which of a list of them is news
   * shows in what the others do. Contact details stand alone.
   */
  private void ofWords(List<ChangedRun> runs) {
    List<PagePiece> olds = new ArrayList<>();
    List<PagePiece> youngs = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (i > 0 && !near(runs.get(i - 1), runs.get(i))) {
        add(TextReplacement.of(olds, youngs));
        olds.clear();
        youngs.clear();
      }
      String heading = runs.get(i).heading();
      for (BlockPair pair : runs.get(i).pairs()) {
        TextReplacement swap =
            new TextReplacement(
                pair.old().map(line -> PagePiece.of(new HeadedLine(line, heading))).stream()
                    .toList(),
                pair.young().map(line -> PagePiece.of(new HeadedLine(line, heading))).stream()
                    .toList(),
                pair.alike());
        if (swap.alike() && swap.ofContacts()) {
          add(swap);
        } else if (!swap.olds().equals(swap.youngs())) {
          olds.addAll(swap.olds());
          youngs.addAll(swap.youngs());
        }
      }
    }
    add(TextReplacement.of(olds, youngs));
  }

  private static boolean near(ChangedRun one, ChangedRun next) {
    return next.edit().newFrom() - one.edit().newTo() <= NEAR
        && one.heading().equals(next.heading());
  }

  /**
   * A link whose words stayed the same is a place of its own; all other links under one heading are
   * one place.
   */
  private void ofLinks(LinkChanges links) {
    links
        .retargeted()
        .forEach(it ->
            add(
                new TextReplacement(
                    List.of(PagePiece.of(it.before())), List.of(PagePiece.of(it.after())), true)));
    Map<String, List<PagePiece>> olds = byHeading(links.removed());
    Map<String, List<PagePiece>> youngs = byHeading(links.added());
    olds.forEach(
        (heading, gone) -> add(TextReplacement.of(gone, youngs.getOrDefault(heading, List.of()))));
    youngs.keySet().removeAll(olds.keySet());
    youngs.values().forEach(come -> add(TextReplacement.of(List.of(), come)));
  }

  private static Map<String, List<PagePiece>> byHeading(List<TextLink> links) {
    Map<String, List<PagePiece>> all = new LinkedHashMap<>();
    links.forEach(link ->
        all.computeIfAbsent(link.heading(), _ -> new ArrayList<>()).add(PagePiece.of(link)));
    return all;
  }

  private void ofNotices(List<Notice.NoticeKind> told, List<Notice.NoticeKind> now) {
    told.stream()
        .filter(it -> !now.contains(it))
        .forEach(it -> add(TextReplacement.of(List.of(PagePiece.of(it)), List.of())));
    now.stream()
        .filter(it -> !told.contains(it))
        .forEach(it -> add(TextReplacement.of(List.of(), List.of(PagePiece.of(it)))));
  }

  private void ofOne(
      PagePiece.PieceKind kind,
      ComparablePage told,
      ComparablePage now,
      Function<ComparablePage, String> what) {
    if (!what.apply(told).equals(what.apply(now))) {
      add(replaced(new PagePiece(kind, what.apply(told)), new PagePiece(kind, what.apply(now))));
    }
  }

  private static TextReplacement replaced(PagePiece old, PagePiece young) {
    return TextReplacement.of(List.of(old), List.of(young));
  }

  /** What only stands in another order, or is set otherwise, is on both sides and no difference. */
  private void add(TextReplacement swap) {
    List<PagePiece> olds = without(swap.olds(), swap.youngs());
    boolean both = olds.size() < swap.olds().size();
    TextReplacement left =
        both ? TextReplacement.of(olds, without(swap.youngs(), swap.olds())) : swap;
    if (!left.isEmpty()) {
      swaps.add(left);
    }
  }

  /** Each of the others takes one away that is equal. */
  private static List<PagePiece> without(List<PagePiece> pieces, List<PagePiece> others) {
    Map<PagePiece, Integer> away = new HashMap<>();
    others.forEach(other -> away.merge(other, 1, Integer::sum));
    return pieces.stream().filter(piece -> away.merge(piece, -1, Integer::sum) < 0).toList();
  }
}
