package signpost.web.revision.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.web.revision.compare.EditScript.DiffBudget;
import signpost.web.revision.compare.EditScript.ListEdit;
import signpost.web.revision.compare.WordDiff;
import signpost.web.revision.meaning.PassageMeaning;

/**
 * The words in which two versions of a long sentence differ, all of them where there is room, with
 * some words around them. Where they differ in too many, those that mean most.
 */
final class ChangedWords {
  /** Characters left on both sides of a change, as many as there is room for. */
  private static final List<Integer> AROUND = List.of(60, 30, 12, 1);

  private static final int LONGEST_NAME = 60;

  /** Where those words are looked for that mean most. */
  private static final int STEP = 60;

  private static final long STEPS = 1_000_000;

  private ChangedWords() {}

  /** Both sides as they are shown; a side that is short enough is shown whole. */
  static HunkText of(HunkText sentence) {
    if (fits(sentence)) {
      return shown(sentence);
    }
    if (sentence.old().isEmpty() || sentence.young().isEmpty()) {
      return shown(new HunkText(telling(sentence.old()), telling(sentence.young())));
    }
    List<ListEdit> edits = edits(sentence);
    return AROUND.stream()
        .map(around -> around(sentence, edits, around))
        .filter(ChangedWords::fits)
        .findFirst()
        .map(ChangedWords::shown)
        .orElseGet(() -> mostTelling(sentence, edits));
  }

  private static boolean fits(HunkText text) {
    return text.old().length() <= QuotedWords.LONGEST
        && text.young().length() <= QuotedWords.LONGEST;
  }

  /** By character. */
  private static List<ListEdit> edits(HunkText sentence) {
    List<ListEdit> edits = new ArrayList<>();
    int old = 0;
    int young = 0;
    int oldFrom = 0;
    int youngFrom = 0;
    for (Segment segment :
        WordDiff.compare(sentence.old(), sentence.young(), new DiffBudget(STEPS)).segments()) {
      int length = segment.text().length();
      if (segment.kind() == SegmentKind.EQUAL) {
        add(edits, new ListEdit(oldFrom, old, youngFrom, young));
        oldFrom = old + length;
        youngFrom = young + length;
      }
      old += segment.kind() == SegmentKind.INSERT ? 0 : length;
      young += segment.kind() == SegmentKind.DELETE ? 0 : length;
    }
    add(edits, new ListEdit(oldFrom, old, youngFrom, young));
    return edits;
  }

  private static void add(List<ListEdit> edits, ListEdit edit) {
    if (edit.oldTo() > edit.oldFrom() || edit.newTo() > edit.newFrom()) {
      edits.add(edit);
    }
  }

  private static HunkText around(HunkText sentence, List<ListEdit> edits, int around) {
    return new HunkText(
        around(sentence.old(), edits, ListEdit::oldFrom, ListEdit::oldTo, around),
        around(sentence.young(), edits, ListEdit::newFrom, ListEdit::newTo, around));
  }

  private static String around(
      String sentence,
      List<ListEdit> edits,
      ToIntFunction<ListEdit> from,
      ToIntFunction<ListEdit> to,
      int around) {
    StringBuilder words = new StringBuilder();
    int end = 0;
    for (int i = 0; i < edits.size(); ) {
      int start = Math.max(end, wordFrom(sentence, from.applyAsInt(edits.get(i)) - around));
      int until = wordTo(sentence, to.applyAsInt(edits.get(i++)) + around);
      while (i < edits.size() && from.applyAsInt(edits.get(i)) - around <= until + 1) {
        until = wordTo(sentence, to.applyAsInt(edits.get(i++)) + around);
      }
      words.append(gap(sentence, end, start)).append(sentence, start, until);
      end = until;
    }
    return (words + (sentence.substring(end).isBlank() ? "" : " …")).strip();
  }

  /** What stands for the words left out; the name of a row is not left out. */
  private static String gap(String sentence, int end, int start) {
    if (start == end) {
      return "";
    }
    int tab = sentence.indexOf('\t');
    boolean named = end == 0 && tab > 0 && tab <= LONGEST_NAME && tab < start;
    String name = named ? sentence.substring(0, tab) + "\t" : "";
    return end == 0 ? name + "… " : " … ";
  }

  private static int wordFrom(String text, int at) {
    int from = Math.max(0, at);
    while (from > 0 && from < text.length() && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int wordTo(String text, int at) {
    int to = Math.min(text.length(), at);
    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /** The one place that means most, and of that what is not too long. */
  private static HunkText mostTelling(HunkText sentence, List<ListEdit> edits) {
    HunkText best =
        edits.stream()
            .map(edit -> around(sentence, List.of(edit), AROUND.getLast()))
            .max(
                Comparator.comparingDouble(
                    it -> PassageMeaning.weight(PassageMeaning.of("", it.old(), it.young()))))
            .orElse(sentence);
    return shown(new HunkText(telling(best.old()), telling(best.young())));
  }

  /** Those words of a long text that mean most. */
  private static String telling(String text) {
    if (text.length() <= QuotedWords.LONGEST) {
      return text;
    }
    int best = 0;
    double most = 0;
    for (int at = 0; at < text.length(); at += STEP) {
      int from = wordFrom(text, at);
      String part = text.substring(from, Math.min(text.length(), from + QuotedWords.LONGEST));
      double weight = PassageMeaning.weight(PassageMeaning.of(part));
      best = weight > most ? from : best;
      most = Math.max(most, weight);
    }
    int to = wordFrom(text, Math.min(text.length(), best + QuotedWords.LONGEST));
    return gap(text, 0, best)
        + text.substring(best, to).strip()
        + (to < text.length() && !text.startsWith("…", to) ? " …" : "");
  }

  private static HunkText shown(HunkText text) {
    return new HunkText(shown(text.old()), shown(text.young()));
  }

  /** A row as it is read out: "1 day: £12.50, half board". */
  private static String shown(String text) {
    int tab = text.indexOf('\t');
    if (tab < 0) {
      return text;
    }
    String name = text.substring(0, tab).strip();
    boolean ends = name.endsWith(":") || name.endsWith("?") || name.endsWith(".");
    return name + (ends ? " " : ": ") + text.substring(tab + 1).replace("\t", ", ");
  }
}
