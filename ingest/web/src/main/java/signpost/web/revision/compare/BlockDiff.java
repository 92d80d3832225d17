package signpost.web.revision.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.web.revision.compare.BlockPairing.BlockPair;
import signpost.web.revision.compare.ComparablePage.TextLine;
import signpost.web.revision.compare.EditScript.DiffBudget;
import signpost.web.revision.compare.EditScript.ListEdit;

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
   * @param heading what they stand under in the newer reading
   * @param moved blocks of the newer reading that stood elsewhere in the older
   */
  public record ChangedRun(
      ListEdit edit, String heading, List<TextLine> moved, List<BlockPair> pairs) {}

  public static BlockDiff between(ComparablePage before, ComparablePage after, DiffBudget budget) {
    Map<String, Integer> old = counted(before);
    Map<String, Integer> young = counted(after);
    List<String> headings = after.headingsAbove();
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
      runs.add(new ChangedRun(edit, headings.get(edit.newFrom()), moved, pairs));
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
