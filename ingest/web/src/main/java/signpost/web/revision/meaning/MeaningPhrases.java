package signpost.web.revision.meaning;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.web.revision.meaning.PhraseList.Span;

/**
 * The phrases of one language by which a text speaks of closing, cost, ages and the like, with the
 * words that they govern. Phrases are looked for only where a text has one of their stems. All
 * texts are in small letters.
 *
 * @param labels what headings and the names of rows say of what stands beside them
 * @param stems beginnings of words, none of them longer than six letters; up to three, whole words
 * @param harmless what looks alike and means nothing
 * @param subject names of subjects, which in the words of a link say nothing of the page
 * @param denial what turns a phrase round that follows
 */
record MeaningPhrases(
    Map<ChangeMeaning, PhraseList> phrases,
    Map<ChangeMeaning, Pattern> labels,
    Map<String, Set<ChangeMeaning>> stems,
    PhraseList harmless,
    PhraseList subject,
    Pattern denial) {
  static final int LONGEST_STEM = 6;

  private static final int SHORT_STEM = 3;

  /** A denial is looked for among so many characters before a phrase. */
  private static final int BEFORE = 40;

  private static final String CLAUSE_ENDS = ",;:.!?()\t\n";

  /** More is no label but a passage. */
  private static final int LONGEST_LABEL = 80;

  /** Ends a clause, so that what stands on both sides of it makes no phrase. */
  private static final String GAP = " ; ";

  static final List<MeaningPhrases> LANGUAGES =
      List.of(PhraseFile.read("english.txt"), PhraseFile.read("welsh.txt"));

  MeaningPhrases {
    phrases = Map.copyOf(phrases);
    labels = Map.copyOf(labels);
    stems = Map.copyOf(stems);
  }

  /** What a text may speak of; little more is certain than what it does not. */
  Set<ChangeMeaning> possible(List<String> words) {
    Set<ChangeMeaning> possible = EnumSet.noneOf(ChangeMeaning.class);
    for (String word : words) {
      for (int length = 1; length <= Math.min(LONGEST_STEM, word.length()); length++) {
        if (isStem(word, length)) {
          possible.addAll(stems.getOrDefault(word.substring(0, length), Set.of()));
        }
      }
    }
    return possible;
  }

  /**
   * A short stem is a whole word ("i", "do"), or all that comes before an apostrophe or of digits.
   */
  private static boolean isStem(String word, int length) {
    return length > SHORT_STEM
        || length == word.length()
        || word.charAt(length) == '\''
        || Character.isDigit(word.charAt(0));
  }

  String withoutHarmless(String text) {
    return without(harmless, text);
  }

  String withoutSubjects(String text) {
    return without(subject, text);
  }

  /**
   * The phrases about one thing in a text, with the words that they govern and what denies them.
   */
  List<String> found(ChangeMeaning meaning, String text) {
    PhraseList list = phrases.get(meaning);
    return list == null
        ? List.of()
        : list.spans(text).stream()
            .map(span -> (isDenied(text, span.from()) ? "not " : "") + span.in(text))
            .toList();
  }

  /** The text without its phrases about one thing. */
  String without(ChangeMeaning meaning, String text) {
    PhraseList list = phrases.get(meaning);
    return list == null ? text : without(list, text);
  }

  private static String without(PhraseList list, String text) {
    StringBuilder rest = new StringBuilder();
    int done = 0;
    for (Span span : list.spans(text)) {
      rest.append(text, done, span.from()).append(GAP);
      done = span.to();
    }
    return done == 0 ? text : rest.append(text, done, text.length()).toString();
  }

  private boolean isDenied(String text, int phrase) {
    int from = phrase;
    while (from > Math.max(0, phrase - BEFORE) && CLAUSE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return denial.matcher(text).region(from, phrase).find();
  }

  /** What a label says of what stands beside it. */
  Set<ChangeMeaning> labelled(String label) {
    Set<ChangeMeaning> said = EnumSet.noneOf(ChangeMeaning.class);
    if (!label.isBlank() && label.length() <= LONGEST_LABEL) {
      labels.forEach((meaning, pattern) -> {
        if (pattern.matcher(label).find()) {
          said.add(meaning);
        }
      });
    }
    return said;
  }
}
