package signpost.ingest.revision;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells by its words what a change is about. */
final class Signs {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}’']+");

  /**
   * Words that carry grammar rather than meaning. Not among them: "not", "no", "or" and the past
   * tense, which turn a sentence round.
   */
  private static final Set<String> GRAMMAR =
      Set.of(
          ("a an the of in on at to for by with and as is are be been it its this that these those"
                  + " our their your his her we you they there which who")
              .split(" "));

  private Signs() {}

  /** The contact details in a text, in one spelling. */
  static List<String> contacts(String text) {
    return Contacts.in(text).stream().map(Contacts.Detail::plain).toList();
  }

  /** Whether two texts differ in nothing but a date the page states about itself. */
  static boolean dateOnly(String old, String young) {
    if (!Dates.hasDigit(old) && !Dates.hasDigit(young)) {
      return false;
    }
    String before = Dates.withoutThePages(old);
    String after = Dates.withoutThePages(young);
    boolean replaced = !old.isBlank() && !young.isBlank();
    return replaced
        ? letters(before).equals(letters(after))
            && (Dates.ofThePage(old) || letters(before).isEmpty())
        : Dates.saysNothingElse(before + after);
  }

  /** Whether two texts differ in layout alone: case, spaces, punctuation. */
  static boolean layoutOnly(String old, String young) {
    return letters(old).equals(letters(young));
  }

  /** Whether taking the words {@code old} for {@code young} is a matter of spelling or layout. */
  static boolean cosmetic(String old, String young) {
    return layoutOnly(old, young) || (grammar(old) && grammar(young)) || spelling(old, young);
  }

  private static boolean grammar(String words) {
    return GRAMMAR.containsAll(words(words))
        && letters(words).chars().allMatch(Character::isLetter);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.UK)).results().map(MatchResult::group).toList();
  }

  /**
   * Without spaces, unseen characters and punctuation, in small letters; "1.5" and "15", "50" and
   * "50%" are not the same.
   */
  private static String letters(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.UK);
    StringBuilder letters = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isLayout(c) && (!isPunctuation(c) || betweenDigits(plain, i, next))) {
        letters.appendCodePoint(isDash(c) ? '-' : c);
      }
      i = next;
    }
    return letters.toString();
  }

  private static boolean isLayout(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          c != '%';
      default -> false;
    };
  }

  private static boolean isDash(int c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION;
  }

  private static boolean betweenDigits(String text, int from, int to) {
    return from > 0
        && to < text.length()
        && isDigit(text.charAt(from - 1))
        && isDigit(text.charAt(to));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Word for word the same, or a longer word that differs by a slip. */
  private static boolean spelling(String old, String young) {
    List<String> before = words(old);
    List<String> after = words(young);
    if (before.isEmpty() || before.size() != after.size() || !signs(old).equals(signs(young))) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i)) && !slip(before.get(i), after.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands beside the words and is not layout: "%", "£". */
  private static String signs(String text) {
    return letters(WORD.matcher(text).replaceAll(""));
  }

  /**
   * Letters swapped, or one or two others in a word's later part: its beginning holds the meaning
   * ("hyper" and "hypo"), and "n't" at its end turns it round.
   */
  private static boolean slip(String before, String after) {
    if (Math.min(before.length(), after.length()) < 5
        || !(before + after).chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '’')
        || negated(before) != negated(after)) {
      return false;
    }
    boolean swapped = before.charAt(0) == after.charAt(0) && sorted(before).equals(sorted(after));
    return swapped
        || (before.regionMatches(0, after, 0, 4) && Distance.between(before, after) <= 2);
  }

  private static boolean negated(String word) {
    return word.endsWith("n't") || word.endsWith("n’t") || word.endsWith("less");
  }

  private static String sorted(String word) {
    return word.chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
