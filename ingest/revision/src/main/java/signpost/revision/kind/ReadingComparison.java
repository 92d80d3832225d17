package signpost.revision.kind;

import java.util.ArrayList;
import java.util.List;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.revision.compare.BlockDiff;
import signpost.revision.compare.BlockDiff.ChangedRun;
import signpost.revision.compare.BlockPairing.BlockPair;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.compare.HeadingPath;
import signpost.revision.compare.LinkChanges;
import signpost.revision.compare.WordDiff;
import signpost.revision.meaning.PassageMeaning;

/** Compares two readings of one page: block by block, then word by word where a block changed. */
public final class ReadingComparison {
  /** About a tenth of a second. */
  public static final long MOST_STEPS = 20_000_000;

  private final DiffBudget budget;
  private final List<Hunk> hunks = new ArrayList<>();
  private boolean exact;

  private ReadingComparison(boolean exact, DiffBudget budget) {
    this.exact = exact;
    this.budget = budget;
  }

  /** {@code siteRoot}: a home page changes all the time, and matters less. */
  public static ChangeSummary between(
      ComparablePage before, ComparablePage after, boolean siteRoot) {
    DiffBudget budget = new DiffBudget(MOST_STEPS);
    return between(before, after, BlockDiff.between(before, after, budget), siteRoot, budget);
  }

  /** With the blocks of both readings, where they are known already. */
  public static ChangeSummary between(
      ComparablePage before,
      ComparablePage after,
      BlockDiff blocks,
      boolean siteRoot,
      DiffBudget budget) {
    ReadingComparison comparison = new ReadingComparison(blocks.exact(), budget);
    blocks.runs().forEach(comparison::add);
    LinkChanges links = LinkChanges.between(before, after);
    return ChangeImportance.weigh(
        before, after, comparison.hunks, links, !comparison.exact, siteRoot);
  }

  private void add(ChangedRun run) {
    run.moved()
        .forEach(line -> whole(HunkKind.MOVED, SegmentKind.EQUAL, line.text(), run.heading()));
    run.pairs().forEach(pair -> add(pair, under(pair, run)));
  }

  /**
   * The headings, and the name of the column that changed where it says what its cells are about.
   */
  private static String under(BlockPair pair, ChangedRun run) {
    return pair.old()
        .flatMap(old -> pair.young().flatMap(young -> run.path().column(old, young)))
        .filter(PassageMeaning::isLabel)
        .map(column ->
            run.heading().isEmpty() ? column : run.heading() + HeadingPath.BETWEEN + column)
        .orElse(run.heading());
  }

  private void add(BlockPair pair, String heading) {
    if (pair.old().isPresent() && pair.young().isPresent()) {
      changed(pair.old().get().text(), pair.young().get().text(), heading);
    } else {
      pair.old()
          .ifPresent(line -> whole(HunkKind.REMOVED, SegmentKind.DELETE, line.text(), heading));
      pair.young()
          .ifPresent(line -> whole(HunkKind.ADDED, SegmentKind.INSERT, line.text(), heading));
    }
  }

  private void changed(String old, String young, String heading) {
    WordDiff words = WordDiff.compare(old, young, budget);
    exact &= words.exact();
    hunks.add(new Hunk(HunkKind.CHANGED, heading, words.segments()));
  }

  private void whole(HunkKind kind, SegmentKind segment, String text, String heading) {
    hunks.add(new Hunk(kind, heading, List.of(new Segment(segment, text))));
  }
}
