package signpost.web.revision.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences of a passage that its other version has not, in order. */
public record ChangedSentences(List<String> old, List<String> young) {
  private static final String ENDS = ".!?";
  private static final String CLOSES = "\"'”’)]";

  /** Shortened words that no sentence ends with, or hardly any. */
  private static final Set<String> SHORTENED =
      Set.of("approx etc dept incl excl tel govt vs viz cf eg ie ayyb ffôn".split(" "));

  /** Before a name, with a capital: "St. Asaph". */
  private static final Set<String> NAMING =
      Set.of(
          ("dr mr mrs ms mx prof rev revd st ste sr jr hon cllr sgt capt lt col gen maj supt insp"
                  + " fr mt ft parch athro y-parch")
              .split(" "));

  /** Before a figure: "No. 12", "max. 4 people"; "No. We do not" is a sentence. */
  private static final Set<String> COUNTING =
      Set.of(
          ("no fig figs vol vols ch chap pp para paras sec art min max est circa jan feb mar apr jun"
                  + " jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
                  + " tud tt mob ph nos ref ext")
              .split(" "));

  public ChangedSentences {
    old = List.copyOf(old);
    young = List.copyOf(young);
  }

  /** Where two versions differ in nothing but where their sentences stand, both whole. */
  public static ChangedSentences between(String old, String young) {
    List<String> before = in(old);
    List<String> after = in(young);
    List<String> gone = without(before, after);
    List<String> come = without(after, before);
    return gone.isEmpty() && come.isEmpty()
        ? new ChangedSentences(before, after)
        : new ChangedSentences(gone, come);
  }

  private static List<String> without(List<String> these, List<String> those) {
    Set<String> known = those.stream().map(ChangeSigns::letters).collect(Collectors.toSet());
    return these.stream().filter(it -> !known.contains(ChangeSigns.letters(it))).toList();
  }

  /** The sentences of a passage. A row of a table is one, since its name stays with its cells. */
  public static List<String> in(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    boolean row = text.indexOf('\t') >= 0;
    for (int i = 0; i < text.length() && !row; i++) {
      if (ENDS.indexOf(text.charAt(i)) >= 0) {
        int end = i + 1;
        while (end < text.length() && CLOSES.indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        if (begins(text, end) && !shortened(text, i)) {
          add(sentences, text.substring(from, end));
          from = end;
        }
      }
    }
    add(sentences, text.substring(from));
    return sentences;
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }

  /** Whether another sentence begins here: behind a space and not with a small letter. */
  private static boolean begins(String text, int at) {
    return at + 1 < text.length()
        && Character.isWhitespace(text.charAt(at))
        && !Character.isLowerCase(text.charAt(at + 1));
  }

  /** "Dr. Jones", "J. Jones", "9 a.m. Mondays", "No. 12": the stop ends no sentence. */
  private static boolean shortened(String text, int stop) {
    int start = stop;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, stop);
    String small = word.toLowerCase(Locale.UK);
    return text.charAt(stop) == '.'
        && (word.length() == 1
            || SHORTENED.contains(small)
            || (NAMING.contains(small) && Character.isUpperCase(word.charAt(0)))
            || (COUNTING.contains(small) && isDigit(text, stop + 2)));
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }
}
