package signpost.revision.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.revision.compare.BlockPairing.BlockPair;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.compare.EditScript.ListEdit;

/**
 * Which blocks of one reading went, came, moved, or became others in the next.
 *
 * @param exact false where the readings were too large and too unlike to compare to the end
 */
public record BlockDiff(List<ChangedRun> runs, boolean exact) {

  /**
   * Neighbouring blocks that gave way to others.
   *
   * @param edit where they stood and stand
   * @param path what they stand under in the newer reading
   * @param moved blocks of the newer reading that stood elsewhere in the older
   */
  public record ChangedRun(
      ListEdit edit, HeadingPath path, List<TextLine> moved, List<BlockPair> pairs) {
    /** The headings in one line. */
    public String heading() {
      return path.words();
    }
  }

  public static BlockDiff between(ComparablePage before, ComparablePage after, DiffBudget budget) {
    Map<String, Integer> old = counted(before);
    Map<String, Integer> young = counted(after);
    List<HeadingPath> paths = after.headingsAbove();
    EditScript edits = EditScript.between(before.lines(), after.lines(), budget);
    List<ChangedRun> runs = new ArrayList<>();
    for (ListEdit edit : edits.all()) {
      List<TextLine> here = after.lines().subList(edit.newFrom(), edit.newTo());
      List<TextLine> gone =
          before.lines().subList(edit.oldFrom(), edit.oldTo()).stream()
              .filter(line -> !asOften(line, young, old))
              .toList();
      List<TextLine> come = here.stream().filter(line -> !asOften(line, old, young)).toList();
      List<TextLine> moved = here.stream().filter(line -> asOften(line, old, young)).toList();
      List<BlockPair> pairs = BlockPairing.of(gone, come, budget);
      runs.add(new ChangedRun(edit, paths.get(edit.newFrom()), moved, pairs));
    }
    return new BlockDiff(runs, edits.exact());
  }

  private static Map<String, Integer> counted(ComparablePage reading) {
    Map<String, Integer> texts = new HashMap<>();
    reading.lines().forEach(line -> texts.merge(place(line), 1, Integer::sum));
    return texts;
  }

  /** Whether a text stands at least as often in one reading as in the other. */
  private static boolean asOften(
      TextLine line, Map<String, Integer> one, Map<String, Integer> other) {
    return one.getOrDefault(place(line), 0) >= other.getOrDefault(place(line), 0);
  }

  /** What is said amid the news of the day has not moved there from the rest of the page. */
  private static String place(TextLine line) {
    return line.renewed() ? "renewed\n" + line.text() : line.text();
  }
}
