package signpost.ingest.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.ingest.extract.Block;
import signpost.ingest.revision.Reading.Line;

/** Compares two readings of one page: block by block, then word by word where a block changed. */
final class Comparison {
  private static final int MOST_HUNKS = 200;

  private final Reading before;
  private final Reading after;
  private final List<Hunk> hunks = new ArrayList<>();
  private final Set<String> oldTexts = new HashSet<>();
  private final Set<String> newTexts = new HashSet<>();
  private boolean partial;

  private Comparison(Reading before, Reading after) {
    this.before = before;
    this.after = after;
    before.lines().forEach(line -> oldTexts.add(line.text()));
    after.lines().forEach(line -> newTexts.add(line.text()));
  }

  /** {@code siteRoot}: a home page changes all the time, and matters less. */
  static ChangeSummary between(Reading before, Reading after, boolean siteRoot) {
    Comparison comparison = new Comparison(before, after);
    comparison.compareLines();
    LinkChanges links = LinkChanges.between(before, after);
    return Importance.weigh(before, after, comparison.hunks, links, comparison.partial, siteRoot);
  }

  private void compareLines() {
    for (AbstractDelta<Line> delta : DiffUtils.diff(before.lines(), after.lines()).getDeltas()) {
      if (hunks.size() >= MOST_HUNKS) {
        partial = true;
        return;
      }
      String heading = headingAbove(delta.getTarget().getPosition());
      pair(delta.getSource().getLines(), delta.getTarget().getLines(), heading);
    }
  }

  /** Blocks of one place pair up in order; what is left over was added or removed. */
  private void pair(List<Line> old, List<Line> young, String heading) {
    int common = Math.min(old.size(), young.size());
    for (int i = 0; i < common; i++) {
      changed(old.get(i).text(), young.get(i).text(), heading);
    }
    old.subList(common, old.size()).forEach(line -> removed(line.text(), heading));
    young.subList(common, young.size()).forEach(line -> added(line.text(), heading));
  }

  private void changed(String old, String young, String heading) {
    if (newTexts.contains(old) || oldTexts.contains(young)) {
      removed(old, heading);
      added(young, heading);
      return;
    }
    partial |= !Words.comparable(old, young);
    hunks.add(new Hunk(HunkKind.CHANGED, heading, Words.compare(old, young)));
  }

  private void removed(String text, String heading) {
    if (!newTexts.contains(text)) {
      hunks.add(whole(HunkKind.REMOVED, SegmentKind.DELETE, text, heading));
    }
  }

  private void added(String text, String heading) {
    boolean moved = oldTexts.contains(text);
    hunks.add(
        moved
            ? whole(HunkKind.MOVED, SegmentKind.EQUAL, text, heading)
            : whole(HunkKind.ADDED, SegmentKind.INSERT, text, heading));
  }

  private static Hunk whole(HunkKind kind, SegmentKind segment, String text, String heading) {
    return new Hunk(kind, heading, List.of(new Segment(segment, text)));
  }

  private String headingAbove(int position) {
    for (int i = Math.min(position, after.lines().size()) - 1; i >= 0; i--) {
      if (after.lines().get(i).kind() == Block.Kind.HEADING) {
        return after.lines().get(i).text();
      }
    }
    return "";
  }
}
