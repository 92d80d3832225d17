package signpost.web.revision.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import signpost.web.revision.compare.ChangeSigns;
import signpost.web.revision.compare.ChangedSentences;

/**
 * Says what a change of a passage means: which of the phrases about closing, cost and the like
 * came, went or govern other words now. Sentences that stayed mean nothing.
 */
public final class PassageMeaning {
  /** Nobody reads the meaning of a passage off more than its beginning. */
  private static final int LONGEST = 2_000;

  /** What stands beside a name such as "Price" is about it, if it is no longer than this. */
  private static final int BESIDE = 60;

  /** Meanings that a name gives to nothing but figures and words of money and age. */
  private static final Set<ChangeMeaning> NAMED = EnumSet.of(ChangeMeaning.COST, ChangeMeaning.AGE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}&'-]+|[£$€]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0&&[^\\t]]+");

  private PassageMeaning() {}

  /**
   * What it means that one passage gave way to another; either may be empty.
   *
   * @param heading what the passage stands under, which says what it is about
   */
  public static Set<ChangeMeaning> of(String heading, String old, String young) {
    if (old.equals(young)) {
      return Set.of();
    }
    int from = alikeTo(old, young);
    ChangedSentences sentences =
        ChangedSentences.between(cut(old.substring(from)), cut(young.substring(from)));
    String before = plain(String.join("\n", sentences.old()));
    String after = plain(String.join("\n", sentences.young()));
    Set<ChangeMeaning> meanings = governed(before, after);
    for (MeaningPhrases language : MeaningPhrases.LANGUAGES) {
      meanings.addAll(said(language, heading, before, after));
      meanings.addAll(said(language, name(young.isEmpty() ? old : young), before, after));
    }
    if (!before.isEmpty() && !after.isEmpty()) {
      meanings.remove(ChangeMeaning.NEGATION); // two that say as little of each other as before
    }
    if (isTurned(before, after) && isTurned(meant(before), meant(after))) {
      meanings.add(ChangeMeaning.NEGATION);
    }
    return Collections.unmodifiableSet(meanings);
  }

  private static boolean isTurned(String before, String after) {
    return TurnedWords.between(words(before), words(after));
  }

  /** Without what looks alike and means nothing. */
  private static String meant(String plain) {
    String text = plain;
    for (MeaningPhrases language : MeaningPhrases.LANGUAGES) {
      text = language.withoutHarmless(text);
    }
    return text;
  }

  /** Those phrases of one language that came, went or govern other words. */
  private record DifferingPhrases(MeaningPhrases language, Set<ChangeMeaning> about) {
    static DifferingPhrases of(MeaningPhrases language, String before, String after) {
      Set<ChangeMeaning> about = language.possible(words(before));
      about.addAll(language.possible(words(after)));
      return new DifferingPhrases(language, about).between(before, after);
    }

    DifferingPhrases between(String before, String after) {
      Set<ChangeMeaning> left = EnumSet.noneOf(ChangeMeaning.class);
      about.stream().filter(it -> !isSame(language, it, before, after)).forEach(left::add);
      return new DifferingPhrases(language, left);
    }
  }

  /** What those phrases are about that came, went or govern other words. */
  private static Set<ChangeMeaning> governed(String before, String after) {
    List<DifferingPhrases> differing =
        MeaningPhrases.LANGUAGES.stream()
            .map(language -> DifferingPhrases.of(language, before, after))
            .filter(phrases -> !phrases.about().isEmpty())
            .toList();
    Set<ChangeMeaning> meanings = EnumSet.noneOf(ChangeMeaning.class);
    if (!differing.isEmpty()) {
      String old = meant(before);
      String young = meant(after);
      differing.forEach(phrases -> meanings.addAll(phrases.between(old, young).about()));
    }
    return meanings;
  }

  private static boolean isSame(
      MeaningPhrases language, ChangeMeaning meaning, String before, String after) {
    return phrases(language, meaning, before).equals(phrases(language, meaning, after));
  }

  /** What words say that stand for themselves, under a heading that says nothing. */
  public static Set<ChangeMeaning> of(String words) {
    return of("", "", words);
  }

  /**
   * What it means that the words of one link gave way to those of another: "Emergency housing"
   * leads to a subject, "Library closed" says something.
   */
  public static Set<ChangeMeaning> ofLink(String old, String young) {
    return of("", withoutSubjects(old), withoutSubjects(young));
  }

  private static String withoutSubjects(String link) {
    String text = plain(link);
    for (MeaningPhrases language : MeaningPhrases.LANGUAGES) {
      text = language.withoutSubjects(text);
    }
    return text;
  }

  /** How much a change that means this matters, 0 to 1; what means several things matters more. */
  public static double weight(Set<ChangeMeaning> meanings) {
    double weight = meanings.stream().mapToDouble(ChangeMeaning::weight).max().orElse(0);
    double several = Math.min(0.97, weight + 0.02 * (meanings.size() - 1));
    return meanings.isEmpty() ? 0 : Math.round(several * 100) / 100.0;
  }

  /** Where the last sentence ends that begins both of two long texts. */
  private static int alikeTo(String old, String young) {
    int least = Math.min(old.length(), young.length());
    if (least <= LONGEST) {
      return 0;
    }
    int end = old.lastIndexOf(". ", Math.max(0, ChangeSigns.commonStart(old, young) - 1));
    return end < 0 ? 0 : end + 2;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static String plain(String text) {
    return SPACES.matcher(text.replace('’', '\'').toLowerCase(Locale.UK)).replaceAll(" ");
  }

  private static List<String> words(String plain) {
    return WORD.matcher(plain).results().map(MatchResult::group).toList();
  }

  /** "Applications close on 5 May" is a deadline, and nothing closes. */
  private static List<String> phrases(
      MeaningPhrases language, ChangeMeaning meaning, String plain) {
    String text =
        meaning == ChangeMeaning.CLOSING ? language.without(ChangeMeaning.DEADLINE, plain) : plain;
    List<String> found = new ArrayList<>();
    language.found(meaning, text).forEach(phrase -> found.add(ChangeSigns.letters(phrase)));
    return found.stream().sorted().toList();
  }

  /** The name of a row, or what stands before a colon: it says what the rest is about. */
  private static String name(String passage) {
    int tab = passage.indexOf('\t');
    int colon = passage.indexOf(": ");
    int end = tab >= 0 ? tab : colon;
    return end < 0 ? "" : passage.substring(0, end);
  }

  private static Set<ChangeMeaning> said(
      MeaningPhrases language, String label, String before, String after) {
    Set<ChangeMeaning> said = language.labelled(language.withoutHarmless(plain(label)));
    if (Collections.disjoint(said, NAMED)) {
      return said;
    }
    boolean facts =
        !digits(before).equals(digits(after))
            || (Math.max(before.length(), after.length()) <= BESIDE
                && language.possible(words(before + " " + after)).stream()
                    .anyMatch(NAMED::contains));
    if (!facts) {
      said.removeAll(NAMED);
    }
    return said;
  }

  private static List<String> digits(String text) {
    return words(text).stream().filter(word -> Character.isDigit(word.charAt(0))).toList();
  }
}
