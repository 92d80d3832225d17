package signpost.revision.compare;

import java.util.ArrayList;
import java.util.List;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.revision.compare.BlockPairing.BlockPair;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.compare.EditScript.ListEdit;

/**
 * The difference of two pages' texts from end to end. A block that moved is deleted at one place
 * and inserted at the other.
 *
 * @param exact false where something was too large, or too unlike, to compare to the end
 */
public record WholeText(List<Segment> segments, boolean exact) {
  public static WholeText between(List<TextLine> before, List<TextLine> after, DiffBudget budget) {
    SegmentWriter weaver = new SegmentWriter(before.size(), after.size(), budget);
    EditScript edits = EditScript.between(texts(before), texts(after), budget);
    int at = 0;
    for (ListEdit edit : edits.all()) {
      before.subList(at, edit.oldFrom()).forEach(line -> weaver.kept(line.text()));
      List<TextLine> old = before.subList(edit.oldFrom(), edit.oldTo());
      List<TextLine> young = after.subList(edit.newFrom(), edit.newTo());
      BlockPairing.of(old, young, budget).forEach(weaver::add);
      at = edit.oldTo();
    }
    before.subList(at, before.size()).forEach(line -> weaver.kept(line.text()));
    return new WholeText(weaver.segments(), edits.exact() && weaver.exact && budget.spend(0));
  }

  private static List<String> texts(List<TextLine> lines) {
    return lines.stream().map(TextLine::text).toList();
  }

  /** Puts segments in a row; blocks are parted by a line feed on each side, the last has none. */
  private static final class SegmentWriter {
    private final List<Segment> done = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final DiffBudget budget;
    private SegmentKind kind = SegmentKind.EQUAL;
    private int oldLeft;
    private int newLeft;
    private boolean exact = true;

    SegmentWriter(int old, int young, DiffBudget budget) {
      this.oldLeft = old;
      this.newLeft = young;
      this.budget = budget;
    }

    void add(BlockPair pair) {
      if (pair.old().isPresent() && pair.young().isPresent()) {
        WordDiff words =
            WordDiff.compare(pair.old().get().text(), pair.young().get().text(), budget);
        exact &= words.exact();
        words.segments().forEach(segment -> put(segment.kind(), segment.text()));
        bothEnd();
      } else {
        pair.old().ifPresent(line -> deleted(line.text()));
        pair.young().ifPresent(line -> inserted(line.text()));
      }
    }

    void kept(String text) {
      put(SegmentKind.EQUAL, text);
      bothEnd();
    }

    private void deleted(String text) {
      put(SegmentKind.DELETE, text);
      if (--oldLeft > 0) {
        put(SegmentKind.DELETE, "\n");
      }
    }

    private void inserted(String text) {
      put(SegmentKind.INSERT, text);
      if (--newLeft > 0) {
        put(SegmentKind.INSERT, "\n");
      }
    }

    private void bothEnd() {
      boolean oldGoesOn = --oldLeft > 0;
      boolean newGoesOn = --newLeft > 0;
      if (oldGoesOn && newGoesOn) {
        put(SegmentKind.EQUAL, "\n");
      } else if (oldGoesOn) {
        put(SegmentKind.DELETE, "\n");
      } else if (newGoesOn) {
        put(SegmentKind.INSERT, "\n");
      }
    }

    private void put(SegmentKind next, String text) {
      if (next != kind) {
        close();
        kind = next;
      }
      open.append(text);
    }

    private void close() {
      if (!open.isEmpty()) {
        done.add(new Segment(kind, open.toString()));
        open.setLength(0);
      }
    }

    List<Segment> segments() {
      close();
      return done;
    }
  }
}
