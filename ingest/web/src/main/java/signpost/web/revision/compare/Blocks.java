package signpost.web.revision.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.web.extract.TextBlock;
import signpost.web.revision.compare.Edits.Budget;
import signpost.web.revision.compare.Edits.Edit;
import signpost.web.revision.compare.Pairing.Pair;
import signpost.web.revision.compare.Reading.Line;

/**
 * Which blocks of one reading went, came, moved, or became others in the next.
 *
 * @param exact false where the readings were too large and too unlike to compare to the end
 */
public record Blocks(List<Run> runs, boolean exact) {

  /**
   * Neighbouring blocks that gave way to others.
   *
   * @param edit where they stood and stand
   * @param heading what they stand under in the newer reading
   * @param moved blocks of the newer reading that stood elsewhere in the older
   */
  public record Run(Edit edit, String heading, List<Line> moved, List<Pair> pairs) {}

  public static Blocks between(Reading before, Reading after, Budget budget) {
    Map<String, Integer> old = counted(before);
    Map<String, Integer> young = counted(after);
    List<String> headings = headingsAbove(after);
    Edits edits = Edits.between(before.lines(), after.lines(), budget);
    List<Run> runs = new ArrayList<>();
    for (Edit edit : edits.all()) {
      List<Line> here = after.lines().subList(edit.newFrom(), edit.newTo());
      List<Line> gone =
          before.lines().subList(edit.oldFrom(), edit.oldTo()).stream()
              .filter(line -> !asOften(line, young, old))
              .toList();
      List<Line> come = here.stream().filter(line -> !asOften(line, old, young)).toList();
      List<Line> moved = here.stream().filter(line -> asOften(line, old, young)).toList();
      List<Pair> pairs = Pairing.of(gone, come, budget);
      runs.add(new Run(edit, headings.get(edit.newFrom()), moved, pairs));
    }
    return new Blocks(runs, edits.exact());
  }

  private static Map<String, Integer> counted(Reading reading) {
    Map<String, Integer> texts = new HashMap<>();
    reading.lines().forEach(line -> texts.merge(line.text(), 1, Integer::sum));
    return texts;
  }

  /** Whether a text stands at least as often in one reading as in the other. */
  private static boolean asOften(Line line, Map<String, Integer> one, Map<String, Integer> other) {
    return one.getOrDefault(line.text(), 0) >= other.getOrDefault(line.text(), 0);
  }

  /** For each place in a reading, its end included, the heading it stands under. */
  private static List<String> headingsAbove(Reading reading) {
    List<String> headings = new ArrayList<>();
    String heading = "";
    headings.add(heading);
    for (Line line : reading.lines()) {
      heading = line.kind() == TextBlock.BlockKind.HEADING ? line.text() : heading;
      headings.add(heading);
    }
    return headings;
  }
}
