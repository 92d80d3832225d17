package signpost.ingest.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;

/** The difference of two texts, word by word. */
final class Words {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}’'@._-]+|\\s+|.", Pattern.DOTALL);

  /** Beyond so many pairs of words a text is given as wholly replaced: the search would be slow. */
  private static final long MOST_PAIRS = 4_000_000;

  private Words() {}

  static boolean comparable(String before, String after) {
    return (long) before.length() * after.length() <= 25 * MOST_PAIRS;
  }

  /**
   * Equal and deleted segments in order are {@code before}, equal and inserted ones {@code after}.
   */
  static List<Segment> compare(String before, String after) {
    if (!comparable(before, after)) {
      return List.of(
          new Segment(SegmentKind.DELETE, before), new Segment(SegmentKind.INSERT, after));
    }
    List<String> old = tokens(before);
    List<String> young = tokens(after);
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, young).getDeltas()) {
      add(segments, SegmentKind.EQUAL, old.subList(at, delta.getSource().getPosition()));
      add(segments, SegmentKind.DELETE, delta.getSource().getLines());
      add(segments, SegmentKind.INSERT, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(segments, SegmentKind.EQUAL, old.subList(at, old.size()));
    return segments;
  }

  private static void add(List<Segment> segments, SegmentKind kind, List<String> tokens) {
    if (!tokens.isEmpty()) {
      segments.add(new Segment(kind, String.join("", tokens)));
    }
  }

  private static List<String> tokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    List<String> tokens = new ArrayList<>();
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }
}
