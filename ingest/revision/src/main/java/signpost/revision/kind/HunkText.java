package signpost.revision.kind;

import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;

/** A changed passage as it stood and as it stands; one of both is empty where it came or went. */
record HunkText(String old, String young) {
  static HunkText of(Hunk hunk) {
    return new HunkText(side(hunk, SegmentKind.DELETE), side(hunk, SegmentKind.INSERT));
  }

  private static String side(Hunk hunk, SegmentKind side) {
    StringBuilder text = new StringBuilder();
    for (Segment segment : hunk.segments()) {
      if (segment.kind() == SegmentKind.EQUAL || segment.kind() == side) {
        text.append(segment.text());
      }
    }
    return text.toString();
  }
}
