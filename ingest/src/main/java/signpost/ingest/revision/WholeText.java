package signpost.ingest.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.ingest.revision.Edits.Budget;
import signpost.ingest.revision.Edits.Edit;
import signpost.ingest.revision.Reading.Line;

/** The difference of two whole texts, each block a line with its end. */
record WholeText(List<Segment> segments, boolean exact) {
  /** About a tenth of a second. */
  private static final long MOST_STEPS = 10_000_000;

  static WholeText between(Reading before, Reading after) {
    List<String> old = before.lines().stream().map(Line::text).toList();
    List<String> young = after.lines().stream().map(Line::text).toList();
    Budget budget = new Budget(MOST_STEPS);
    Edits edits = Edits.between(old, young, budget);
    boolean exact = edits.exact();
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (Edit edit : edits.all()) {
      add(segments, SegmentKind.EQUAL, text(old.subList(at, edit.oldFrom())));
      Words words =
          Words.compare(
              text(old.subList(edit.oldFrom(), edit.oldTo())),
              text(young.subList(edit.newFrom(), edit.newTo())),
              budget);
      words.segments().forEach(segment -> add(segments, segment.kind(), segment.text()));
      exact &= words.exact();
      at = edit.oldTo();
    }
    add(segments, SegmentKind.EQUAL, text(old.subList(at, old.size())));
    return new WholeText(segments, exact);
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void add(List<Segment> segments, SegmentKind kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!segments.isEmpty() && segments.getLast().kind() == kind) {
      Segment last = segments.removeLast();
      segments.add(new Segment(kind, last.text() + text));
    } else {
      segments.add(new Segment(kind, text));
    }
  }
}
