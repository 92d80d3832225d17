package signpost.web.revision.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences of a passage that its other version has not, in order. */
public record ChangedSentences(List<String> old, List<String> young) {
  private static final String ENDS = ".!?";
  private static final String CLOSES = "\"'”’)]";

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

  /** "Dr. Jones", "J. Jones", "e.g. Childline": the stop ends no sentence. */
  private static boolean shortened(String text, int stop) {
    int start = stop;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, stop);
    return text.charAt(stop) == '.'
        && (word.length() == 1
            || Set.of("Dr", "Mr", "Mrs", "Ms", "St", "No", "tel").contains(word));
  }
}
