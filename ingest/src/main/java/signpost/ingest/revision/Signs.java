package signpost.ingest.revision;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells by its words what a change is about. */
final class Signs {
  /** Telephone numbers, e-mail addresses, opening hours. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?i)(?:\\+44|\\b0)(?:[\\s().-]?\\d){8,10}\\b|\\b116\\s?123\\b|\\b(?:111|999)\\b"
              + "|[\\w.+-]+@[\\w-]+\\.[\\w.]+"
              + "|\\b\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm)\\b|\\b24 ?/ ?7\\b|\\b24 hours\\b");

  private static final Pattern DATE =
      Pattern.compile(
          "(?i)^[\\s,.:;()-]*(?:(?:\\d{1,2}(?:st|nd|rd|th)?|\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}"
              + "|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
              + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
              + "|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?"
              + "|sat(?:urday)?|sun(?:day)?|(?:last )?updated|reviewed|published|at|\\d{1,2}:\\d{2}"
              + "|am|pm)[\\s,.:;()-]*)+$");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Words that carry grammar rather than meaning; "not" and "no" are not among them. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "as",
          "is", "are", "was", "were", "be", "been", "it", "its", "this", "that", "these", "those",
          "our", "their", "your", "his", "her", "we", "you", "they", "there", "which", "who");

  private Signs() {}

  /** The contact details in a text. */
  static List<String> contacts(String text) {
    return CONTACT.matcher(text).results().map(MatchResult::group).toList();
  }

  static boolean dateOnly(String words) {
    return words.isBlank() || DATE.matcher(words).matches();
  }

  /** Whether taking {@code old} for {@code young} is a matter of spelling or layout. */
  static boolean cosmetic(String old, String young) {
    String before = letters(old);
    String after = letters(young);
    return before.equals(after) || (small(old) && small(young)) || spelling(before, after);
  }

  private static boolean small(String words) {
    return WORD.matcher(words.toLowerCase(Locale.UK))
        .results()
        .allMatch(word -> SMALL.contains(word.group()));
  }

  private static String letters(String words) {
    return words.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /** One word of some length for another that differs in a letter or two; numbers never. */
  private static boolean spelling(String before, String after) {
    boolean words = Math.min(before.length(), after.length()) >= 5;
    boolean numbers =
        before.chars().anyMatch(Character::isDigit) || after.chars().anyMatch(Character::isDigit);
    return words && !numbers && distance(before, after) <= 2 && before.charAt(0) == after.charAt(0);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
