package signpost.ingest.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.ingest.extract.Block;
import signpost.ingest.revision.Edits.Budget;
import signpost.ingest.revision.Edits.Edit;
import signpost.ingest.revision.Pairing.Pair;
import signpost.ingest.revision.Reading.Line;

/** Compares two readings of one page: block by block, then word by word where a block changed. */
final class Comparison {
  /** About a tenth of a second. */
  private static final long MOST_STEPS = 20_000_000;

  private final Reading before;
  private final Reading after;
  private final Budget budget = new Budget(MOST_STEPS);
  private final List<Hunk> hunks = new ArrayList<>();
  private final Map<String, Integer> oldTexts;
  private final Map<String, Integer> newTexts;
  private boolean exact = true;

  private Comparison(Reading before, Reading after) {
    this.before = before;
    this.after = after;
    this.oldTexts = counted(before);
    this.newTexts = counted(after);
  }

  private static Map<String, Integer> counted(Reading reading) {
    Map<String, Integer> texts = new HashMap<>();
    reading.lines().forEach(line -> texts.merge(line.text(), 1, Integer::sum));
    return texts;
  }

  /** {@code siteRoot}: a home page changes all the time, and matters less. */
  static ChangeSummary between(Reading before, Reading after, boolean siteRoot) {
    Comparison comparison = new Comparison(before, after);
    comparison.compareLines();
    LinkChanges links = LinkChanges.between(before, after);
    return Importance.weigh(before, after, comparison.hunks, links, !comparison.exact, siteRoot);
  }

  private void compareLines() {
    List<String> headings = headingsAbove();
    Edits edits = Edits.between(before.lines(), after.lines(), budget);
    exact = edits.exact();
    for (Edit edit : edits.all()) {
      pair(
          before.lines().subList(edit.oldFrom(), edit.oldTo()),
          after.lines().subList(edit.newFrom(), edit.newTo()),
          headings.get(edit.newFrom()));
    }
  }

  /** Blocks that stand elsewhere too are set apart; the others pair up by their words. */
  private void pair(List<Line> old, List<Line> young, String heading) {
    young.stream().filter(line -> stood(line.text())).forEach(line -> added(line.text(), heading));
    List<Line> gone = old.stream().filter(line -> !stays(line.text())).toList();
    List<Line> come = young.stream().filter(line -> !stood(line.text())).toList();
    for (Pair pair : Pairing.of(gone, come, budget)) {
      if (pair.old().isPresent() && pair.young().isPresent()) {
        changed(pair.old().get().text(), pair.young().get().text(), heading);
      } else {
        pair.old().ifPresent(line -> removed(line.text(), heading));
        pair.young().ifPresent(line -> added(line.text(), heading));
      }
    }
  }

  private void changed(String old, String young, String heading) {
    Words words = Words.compare(old, young, budget);
    exact &= words.exact();
    hunks.add(new Hunk(HunkKind.CHANGED, heading, words.segments()));
  }

  private void removed(String text, String heading) {
    if (!stays(text)) {
      hunks.add(whole(HunkKind.REMOVED, SegmentKind.DELETE, text, heading));
    }
  }

  private void added(String text, String heading) {
    hunks.add(
        stood(text)
            ? whole(HunkKind.MOVED, SegmentKind.EQUAL, text, heading)
            : whole(HunkKind.ADDED, SegmentKind.INSERT, text, heading));
  }

  /** Whether a text of the old reading stands as often in the new one. */
  private boolean stays(String text) {
    return newTexts.getOrDefault(text, 0) >= oldTexts.getOrDefault(text, 0);
  }

  /** Whether a text of the new reading stood as often in the old one. */
  private boolean stood(String text) {
    return oldTexts.getOrDefault(text, 0) >= newTexts.getOrDefault(text, 0);
  }

  private static Hunk whole(HunkKind kind, SegmentKind segment, String text, String heading) {
    return new Hunk(kind, heading, List.of(new Segment(segment, text)));
  }

  /** For each place in the new reading, its end included, the heading it stands under. */
  private List<String> headingsAbove() {
    List<String> headings = new ArrayList<>();
    String heading = "";
    headings.add(heading);
    for (Line line : after.lines()) {
      heading = line.kind() == Block.Kind.HEADING ? line.text() : heading;
      headings.add(heading);
    }
    return headings;
  }
}
