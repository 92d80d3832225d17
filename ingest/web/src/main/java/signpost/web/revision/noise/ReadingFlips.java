package signpost.web.revision.noise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.web.extract.UnreadLines;
import signpost.web.revision.compare.BlockDiff;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLine;
import signpost.web.revision.compare.ComparablePage.TextLink;
import signpost.web.revision.compare.EditScript.DiffBudget;
import signpost.web.revision.kind.ReadingComparison;

/**
 * What stands on a page at both visits, and was read as its content at one of them only: a change
 * of our reading, not of the page. One line more or less may tip the choice of many others.
 */
public final class ReadingFlips {
  private final Map<PagePiece, Integer> flips = new HashMap<>();

  private ReadingFlips() {}

  /**
   * The older reading, as it would be had the same been read as now. Where it is not known what was
   * left unread then, all that came is taken to have been there.
   */
  public static ComparablePage caughtUp(ComparablePage told, ComparablePage seen) {
    ReadingFlips between = between(told, seen);
    if (between.flips.isEmpty()) {
      return told;
    }
    BlockDiff blocks = BlockDiff.between(told, seen, new DiffBudget(ReadingComparison.MOST_STEPS));
    List<TextReplacement> others =
        ToldDifferences.between(told, seen, blocks).stream().map(between::without).toList();
    return ReadingMerge.of(told, seen, blocks, others);
  }

  static ReadingFlips between(ComparablePage told, ComparablePage seen) {
    ReadingFlips between = new ReadingFlips();
    between.count(told, seen);
    return between;
  }

  /** What is left of a replacement without flips; each counts once, whoever asks. */
  TextReplacement without(TextReplacement swap) {
    return flips.isEmpty()
        ? swap
        : new TextReplacement(rest(swap.olds()), rest(swap.youngs()), swap.alike());
  }

  private void count(ComparablePage told, ComparablePage seen) {
    Map<Integer, Integer> gone = more(read(told), read(seen));
    Map<Integer, Integer> come = more(read(seen), read(told));
    note(told, gone, more(unread(seen), unread(told)));
    note(
        seen,
        come,
        told.unread().isPresent() ? more(unread(told), unread(seen)) : Map.copyOf(come));
  }

  /** Notes of each piece as many as there are fewer read and more left unread. */
  private void note(ComparablePage page, Map<Integer, Integer> fewer, Map<Integer, Integer> more) {
    Map<Integer, Integer> left = new HashMap<>(more);
    page.lines().stream()
        .filter(line -> take(fewer, hash(line)) && take(left, hash(line)))
        .forEach(line -> flips.merge(PagePiece.of(line), 1, Integer::sum));
    page.links().stream()
        .filter(link -> take(fewer, hash(link)) && take(left, hash(link)))
        .forEach(link -> flips.merge(PagePiece.of(link), 1, Integer::sum));
  }

  private static boolean take(Map<Integer, Integer> from, int hash) {
    return from.containsKey(hash) && from.merge(hash, -1, Integer::sum) >= 0;
  }

  private List<PagePiece> rest(List<PagePiece> pieces) {
    List<PagePiece> rest = new ArrayList<>(pieces);
    rest.removeIf(piece -> flips.containsKey(piece) && flips.merge(piece, -1, Integer::sum) >= 0);
    return rest;
  }

  private static Map<Integer, Integer> more(
      Map<Integer, Integer> here, Map<Integer, Integer> there) {
    Map<Integer, Integer> more = new HashMap<>();
    here.forEach((hash, count) -> {
      if (count > there.getOrDefault(hash, 0)) {
        more.put(hash, count - there.getOrDefault(hash, 0));
      }
    });
    return more;
  }

  private static Map<Integer, Integer> read(ComparablePage page) {
    Map<Integer, Integer> counts = new HashMap<>();
    page.lines().forEach(line -> counts.merge(hash(line), 1, Integer::sum));
    page.links().forEach(link -> counts.merge(hash(link), 1, Integer::sum));
    return counts;
  }

  private static Map<Integer, Integer> unread(ComparablePage page) {
    return page.unread().map(UnreadLines::counts).orElse(Map.of());
  }

  private static int hash(TextLine line) {
    return UnreadLines.hash(line.text());
  }

  private static int hash(TextLink link) {
    return UnreadLines.hash(link.place());
  }
}
