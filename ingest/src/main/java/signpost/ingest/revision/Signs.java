package signpost.ingest.revision;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells by its words what a change is about. */
final class Signs {
  private static final String CLOCK = "\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm)|\\d{1,2}:\\d{2}";
  private static final String WEEKDAY =
      "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?";
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String NTH = "\\d{1,2}(?:st|nd|rd|th)?";

  /** Telephone numbers, numbers to text, hours. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?=[+\\dt])(?:(?:\\+44\\s?(?:\\(0\\)\\s?)?|\\b0)(?:[\\s().-]{0,2}\\d){8,10}\\b"
              + "|\\b116\\s?123\\b|\\b(?:111|999)\\b|\\btext [\\w ]{0,20}\\b\\d{5}\\b"
              + "|\\b\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm)\\b|\\b24 ?/ ?7\\b|\\b24 hours a day\\b)");

  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.]{1,99}");

  /** Where one of these stands, days and plain times are opening hours. */
  private static final Pattern OPENING =
      Pattern.compile("(?i)\\b(?:open(?:s|ing)?|closed|hours|helpline|phone ?lines?|drop-in)\\b");

  private static final Pattern HOURS =
      Pattern.compile("(?i)\\b(?:" + WEEKDAY + "|" + CLOCK + ")\\b");

  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b(?=\\d|[mtwfsjaond][aceohpru][nedutibrylgpvc])(?:(?:"
              + WEEKDAY
              + ",?\\s+)?(?:"
              + (NTH + "\\s+(?:of\\s+)?" + MONTH + "\\b,?(?:\\s+\\d{4}\\b)?")
              + ("|" + MONTH + "\\s+" + NTH + ",?\\s+\\d{4}\\b|" + MONTH + "\\s+\\d{4}\\b")
              + "|\\d{4}-\\d{2}-\\d{2}\\b|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})\\b)"
              + ("(?:,?\\s+(?:at\\s+)?(?:" + CLOCK + ")\\b)?")
              + "|\\d+ (?:minute|hour|day|week|month|year)s? ago\\b)");

  /** What a page says of itself beside a date. */
  private static final Pattern OF_THE_PAGE =
      Pattern.compile(
          "(?i)\\b(?:(?:last|next|first|page|date|on|at|due|the|this|was)\\s){0,4}"
              + "(?:updated?|review(?:ed)?|published|modified|amended|edited|checked|issued"
              + "|created|posted|copyright)\\b(?:\\s(?:on|at|due|date|in)){0,3}|©");

  /** The words among those that say it. */
  private static final Pattern SAID_OF_THE_PAGE =
      Pattern.compile(
          "(?i)\\b(?=[urpmaceic])(?:updated?|review(?:ed)?|published|modified|amended|edited|checked"
              + "|issued|created|posted|copyright)\\b|©");

  /** Without one of these there is nothing to find, and most passages have none. */
  private static final Pattern TELLING =
      Pattern.compile("(?i)[0-9@]|open|closed|hours|line|drop-in");

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

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
    if (!TELLING.matcher(text).find()) {
      return List.of();
    }
    boolean digits = DIGIT.matcher(text).find();
    String undated = digits ? DATE.matcher(text).replaceAll(" ") : text;
    return Stream.of(
            digits ? NUMBER.matcher(undated).results() : Stream.<MatchResult>empty(),
            text.indexOf('@') < 0 ? Stream.<MatchResult>empty() : EMAIL.matcher(undated).results(),
            OPENING.matcher(undated).find()
                ? HOURS.matcher(undated).results()
                : Stream.<MatchResult>empty())
        .flatMap(found -> found)
        .map(MatchResult::group)
        .map(Signs::plain)
        .toList();
  }

  private static String plain(String contact) {
    String lower = contact.toLowerCase(Locale.UK);
    return lower.contains("@")
        ? lower.replaceAll("\\.$", "")
        : lower.replace("(0)", "").replace("+44", "0").replaceAll("[\\s().:-]", "");
  }

  /** Whether two texts differ in nothing but a date the page states about itself. */
  static boolean dateOnly(String old, String young) {
    if (!DIGIT.matcher(old).find() && !DIGIT.matcher(young).find()) {
      return false;
    }
    String before = undated(old);
    String after = undated(young);
    boolean replaced = !old.isBlank() && !young.isBlank();
    return replaced
        ? letters(before).equals(letters(after)) && (ofThePage(old) || letters(before).isEmpty())
        : letters(OF_THE_PAGE.matcher(before + after).replaceAll(" ")).isEmpty();
  }

  private static String undated(String text) {
    if (!DIGIT.matcher(text).find()) {
      return text;
    }
    String undated = DATE.matcher(text).replaceAll(" ");
    return ofThePage(text) ? YEAR.matcher(undated).replaceAll(" ") : undated;
  }

  private static boolean ofThePage(String text) {
    return SAID_OF_THE_PAGE.matcher(text).find();
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
