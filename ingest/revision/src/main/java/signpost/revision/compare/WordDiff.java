package signpost.revision.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.compare.EditScript.ListEdit;

/**
 * The difference of two texts, word by word: equal and deleted segments in order are the old text,
 * equal and inserted ones the new.
 *
 * @param exact false where the texts were too large and too unlike to compare to the end
 */
public record WordDiff(List<Segment> segments, boolean exact) {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}’'@._-]+|\\s+|.", Pattern.DOTALL);

  public static WordDiff compare(String before, String after, DiffBudget budget) {
    List<String> old = tokens(before);
    List<String> young = tokens(after);
    EditScript edits = EditScript.between(old, young, budget);
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (ListEdit edit : withoutGaps(edits.all(), old)) {
      add(segments, SegmentKind.EQUAL, old.subList(at, edit.oldFrom()));
      add(segments, SegmentKind.DELETE, old.subList(edit.oldFrom(), edit.oldTo()));
      add(segments, SegmentKind.INSERT, young.subList(edit.newFrom(), edit.newTo()));
      at = edit.oldTo();
    }
    add(segments, SegmentKind.EQUAL, old.subList(at, old.size()));
    return new WordDiff(segments, edits.exact());
  }

  /** Two replaced words with a space between them read better as one replaced phrase. */
  private static List<ListEdit> withoutGaps(List<ListEdit> edits, List<String> old) {
    List<ListEdit> joined = new ArrayList<>();
    for (ListEdit edit : edits) {
      boolean gap =
          !joined.isEmpty()
              && replaces(edit)
              && replaces(joined.getLast())
              && old.subList(joined.getLast().oldTo(), edit.oldFrom()).stream()
                  .allMatch(String::isBlank);
      if (gap) {
        ListEdit last = joined.removeLast();
        joined.add(new ListEdit(last.oldFrom(), edit.oldTo(), last.newFrom(), edit.newTo()));
      } else {
        joined.add(edit);
      }
    }
    return joined;
  }

  private static boolean replaces(ListEdit edit) {
    return edit.oldTo() > edit.oldFrom() && edit.newTo() > edit.newFrom();
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
