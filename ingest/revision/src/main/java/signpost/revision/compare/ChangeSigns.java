package signpost.revision.compare;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells by its words what a change is about. */
public final class ChangeSigns {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}’']+");

  /** "Don't", "can't". */
  private static final Pattern SHORTENED = Pattern.compile("(?i)(?:(?<=\\bca)(n)|n)['’]t\\b");

  /**
   * Words that carry grammar rather than meaning, English and Welsh. Not among them: "not", "no",
   * "or" and the past tense, which turn a sentence round, and who does a thing: "we", "you".
   */
  private static final Set<String> GRAMMAR =
      Set.of(
          ("a an the of in on at to for by with and as is are be been it its this that these those"
                  + " our their your his her there which who"
                  + " y yr r ac i o yn ar gan wrth am mewn â gyda ei eu ein eich sy sydd yw mae hwn hon"
                  + " hyn")
              .split(" "));

  private ChangeSigns() {}

  /** The contact details in a text, in one spelling and order. */
  public static List<String> contacts(String text) {
    return ContactDetails.in(text).stream()
        .map(ContactDetails.ContactDetail::plain)
        .sorted()
        .toList();
  }

  /** Whether two texts give the same contact details: so they do if what differs is about none. */
  public static boolean sameContacts(String old, String young) {
    DifferingWords words = DifferingWords.of(old, young);
    boolean mayDiffer =
        ContactDetails.mayBeIn(words.old()) || ContactDetails.mayBeIn(words.young());
    return !mayDiffer || contacts(old).equals(contacts(young));
  }

  /** Whether two texts differ in nothing but a date the page states about itself. */
  public static boolean dateOnly(String old, String young) {
    boolean dated = WrittenDates.hasDigit(old) || WrittenDates.hasDigit(young);
    if (!dated || otherWords(DifferingWords.of(old, young))) {
      return false;
    }
    String before = WrittenDates.withoutThePages(old);
    String after = WrittenDates.withoutThePages(young);
    boolean replaced = !old.isBlank() && !young.isBlank();
    return replaced
        ? letters(before).equals(letters(after))
            && (WrittenDates.ofThePage(old) || letters(before).isEmpty())
        : WrittenDates.saysNothingElse(before + after);
  }

  /** Whether two texts say when the page was published, updated or reviewed. */
  public static boolean ofThePage(String old, String young) {
    return WrittenDates.ofThePage(old + " " + young);
  }

  /** Whether words gave way to others, none of which can be of a date. */
  private static boolean otherWords(DifferingWords words) {
    return !words.old().isBlank()
        && !words.young().isBlank()
        && !WrittenDates.mayBeIn(words.old())
        && !WrittenDates.mayBeIn(words.young())
        && !letters(words.old()).equals(letters(words.young()));
  }

  /** Whether two texts differ in layout alone: case, spaces, punctuation. */
  public static boolean layoutOnly(String old, String young) {
    return letters(old).equals(letters(young))
        || ((isShortened(old) || isShortened(young))
            && letters(inFull(old)).equals(letters(inFull(young))));
  }

  private static boolean isShortened(String text) {
    return text.indexOf('\'') >= 0 || text.indexOf('’') >= 0;
  }

  /** "Don't" is "do not", "can't" is "cannot". */
  private static String inFull(String text) {
    return SHORTENED.matcher(text).replaceAll(it -> it.group(1) == null ? " not" : "n not");
  }

  /** Whether taking the words {@code old} for {@code young} is a matter of spelling or layout. */
  public static boolean cosmetic(String old, String young) {
    return layoutOnly(old, young) || (grammar(old) && grammar(young)) || spelling(old, young);
  }

  private static boolean grammar(String words) {
    return GRAMMAR.containsAll(words(words))
        && letters(words).chars().allMatch(Character::isLetter);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.UK)).results().map(MatchResult::group).toList();
  }

  /** How many characters both begin with. */
  public static int commonStart(String old, String young) {
    int at = CharBuffer.wrap(old).mismatch(CharBuffer.wrap(young));
    return at < 0 ? old.length() : at;
  }

  /**
   * Without spaces, unseen characters and punctuation, in small letters; "1.5" and "15", "50" and
   * "50%" are not the same.
   */
  public static String letters(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.UK);
    StringBuilder letters = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isLayout(c) && (!isPunctuation(c) || partOfNumber(plain, i, next))) {
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
          Character.MODIFIER_SYMBOL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      // Pictures and arrows adorn; ticks and crosses say yes and no.
      case Character.OTHER_SYMBOL -> "©®™°✓✔✗✘☐☑☒✅❌❎".indexOf(c) < 0;
      case Character.MATH_SYMBOL -> c >= 0x2190 && c <= 0x21FF;
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

  /** "1.5" and "15" are not the same; "1,500" and "1500" are. */
  private static boolean partOfNumber(String text, int from, int to) {
    return from > 0
        && to < text.length()
        && isDigit(text.charAt(from - 1))
        && isDigit(text.charAt(to))
        && !(text.charAt(from) == ',' && digits(text, to) == 3);
  }

  /** How many stand there, up to four. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && at < from + 4 && isDigit(text.charAt(at))) {
      at++;
    }
    return at - from;
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
      if (!SpellingVariants.same(before.get(i), after.get(i))
          && !typed(before.get(i), after.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** "teh" for "the". */
  private static boolean typed(String old, String young) {
    return (GRAMMAR.contains(old) || GRAMMAR.contains(young))
        && old.length() == young.length()
        && old.length() > 2
        && old.chars().sorted().boxed().toList().equals(young.chars().sorted().boxed().toList());
  }

  /** What stands beside the words and is not layout: "%", "£". */
  private static String signs(String text) {
    return letters(WORD.matcher(text).replaceAll(""));
  }
}
