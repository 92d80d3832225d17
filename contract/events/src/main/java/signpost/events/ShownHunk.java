package signpost.events;

import java.util.List;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;

/**
 * A place that changed as people read it: called the same on pages, in mails and at the command
 * line. {@link MarkedWords} writes its words.
 */
public record ShownHunk(Hunk hunk) {
  /** "Reworded": what happened to it. */
  public String label() {
    return switch (hunk.kind()) {
      case ADDED -> "Added";
      case REMOVED -> "Taken out";
      case CHANGED -> "Reworded";
      case MOVED -> "Moved, its words unchanged";
    };
  }

  /** "Reworded, under “Opening hours”", where the page has a heading; it is a stranger's words. */
  public String labelUnder(String heading) {
    return heading.isBlank() ? label() : label() + ", under “" + heading + "”";
  }

  public boolean isMoved() {
    return hunk.kind() == HunkKind.MOVED;
  }

  public List<Segment> words() {
    return hunk.segments();
  }

  /** The old words, what was taken out among them. */
  public List<Segment> before() {
    return without(SegmentKind.INSERT);
  }

  /** The new words, what was put in among them. */
  public List<Segment> after() {
    return without(SegmentKind.DELETE);
  }

  private List<Segment> without(SegmentKind kind) {
    return words().stream().filter(segment -> segment.kind() != kind).toList();
  }
}
