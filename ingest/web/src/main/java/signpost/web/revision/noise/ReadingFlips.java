package signpost.web.revision.noise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** Whether it was noted what was left unread when the older reading was made. */
  private final boolean known;

  private ReadingFlips(boolean known) {
    this.known = known;
  }

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
        between.without(ToldDifferences.between(told, seen, blocks, between));
    return ReadingMerge.of(told, seen, blocks, others);
  }

  static ReadingFlips between(ComparablePage told, ComparablePage seen) {
    ReadingFlips between = new ReadingFlips(told.unread().isPresent());
    between.count(told, seen);
    return between;
  }

  /**
   * What is left of these without flips. Where it is not known what was left unread, what came in
   * place of what truly went is none.
   */
  List<TextReplacement> without(List<TextReplacement> swaps) {
    if (flips.isEmpty()) {
      return swaps;
    }
    Map<PagePiece, Integer> left = new HashMap<>(flips);
    return swaps.stream().map(swap -> without(swap, left)).toList();
  }

  private TextReplacement without(TextReplacement swap, Map<PagePiece, Integer> left) {
    List<PagePiece> olds = rest(swap.olds(), left);
    boolean replaced = !known && !olds.isEmpty();
    return new TextReplacement(
        olds, replaced ? swap.youngs() : rest(swap.youngs(), left), swap.alike());
  }

  private void count(ComparablePage told, ComparablePage seen) {
    Map<Integer, Integer> then = lines(told);
    Map<Integer, Integer> now = lines(seen);
    Map<Integer, Integer> come = more(now, then);
    note(told, more(then, now), more(unread(seen), unread(told)));
    note(seen, come, known ? more(unread(told), unread(seen)) : Map.copyOf(come));
    noteLinks(told, seen, unread(seen)::containsKey);
    noteLinks(seen, told, known ? unread(told)::containsKey : _ -> true);
  }

  /** A place that the other reading has too, or left unread, has neither come nor gone. */
  private void noteLinks(ComparablePage page, ComparablePage other, Predicate<Integer> unread) {
    Set<String> places = other.links().stream().map(TextLink::place).collect(Collectors.toSet());
    page.links().stream()
        .filter(link -> !places.contains(link.place()))
        .filter(link -> unread.test(UnreadLines.hash(link.place())))
        .forEach(link -> flips.merge(PagePiece.of(link), 1, Integer::sum));
  }

  /** Notes of each piece as many as there are fewer read and more left unread. */
  private void note(ComparablePage page, Map<Integer, Integer> fewer, Map<Integer, Integer> more) {
    Map<Integer, Integer> left = new HashMap<>(more);
    HeadedLine.all(page).stream()
        .filter(line -> take(fewer, hash(line.line())) && take(left, hash(line.line())))
        .forEach(line -> flips.merge(PagePiece.of(line), 1, Integer::sum));
  }

  private static boolean take(Map<Integer, Integer> from, int hash) {
    return from.containsKey(hash) && from.merge(hash, -1, Integer::sum) >= 0;
  }

  private static List<PagePiece> rest(List<PagePiece> pieces, Map<PagePiece, Integer> left) {
    List<PagePiece> rest = new ArrayList<>(pieces);
    rest.removeIf(piece -> left.containsKey(piece) && left.merge(piece, -1, Integer::sum) >= 0);
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

  private static Map<Integer, Integer> lines(ComparablePage page) {
    Map<Integer, Integer> counts = new HashMap<>();
    page.lines().forEach(line -> counts.merge(hash(line), 1, Integer::sum));
    return counts;
  }

  private static Map<Integer, Integer> unread(ComparablePage page) {
    return page.unread().map(UnreadLines::counts).orElse(Map.of());
  }

  private static int hash(TextLine line) {
    return UnreadLines.hash(line.text());
  }
}
