package signpost.revision.compare;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in words and figures, English and Welsh, and what a page says of itself beside them. */
final class WrittenDates {
  private static final String WEEKDAY =
      "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
          + "|(?:~dydd|nos) (?:~llun|~mawrth|~mercher|iau|~gwener|sadwrn|sul))";
  private static final String UNIT = "(?:minute|hour|day|week|month|year)s?";
  private static final String WELSH_UNIT =
      "(?:~munud|awr|~diwrnod|wythnos|~mis|~blwyddyn|~blynedd)";
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
          + "|ionawr|chwefror|~mawrth|ebrill|~mai|~mehefin|~gorffennaf|awst|~medi|hydref|~tachwedd"
          + "|~rhagfyr)";
  private static final String NTH = "\\d{1,2}(?:st|nd|rd|th|af|il|ydd|e[dg]|fed|ain)?";
  private static final String CLOCK = "\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]m|y[bp])|\\d{1,2}:\\d{2}";

  private static final Pattern DATE =
      WelshMutations.pattern(
          "\\b(?:(?:"
              + WEEKDAY
              + ",?\\s)?(?:"
              + (NTH + "\\s(?:(?:of|o)\\s)?" + MONTH + "\\b,?(?:\\s\\d{4}\\b)?")
              + ("|" + MONTH + "\\s" + NTH + ",?\\s\\d{4}\\b|" + MONTH + "\\s\\d{4}\\b")
              + "|\\d{4}-\\d{2}-\\d{2}\\b|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})\\b)"
              + ("(?:,?\\s(?:at\\s|am\\s)?(?:" + CLOCK + ")\\b)?")
              + ("|\\d{1,4} " + UNIT + " ago\\b|\\d{1,4} " + WELSH_UNIT + " yn ôl)"));

  /**
   * A word that holds none of these characters is no part of a date, and it ends a date beside it.
   */
  private static final Pattern PART =
      WelshMutations.pattern(
          "\\d|ôl|\\b(?:"
              + String.join("|", MONTH, UNIT, WELSH_UNIT)
              + "|mon|tue|wed|thu|fri|sat|sun|~dydd|nos|~llun|~mawrth|~mercher|iau|~gwener"
              + "|sadwrn|sul|(?:of?|at|[ap]m|y[bpn]|ago)\\b)");

  /** "Dydd Llun, Mai 4 2026": what stands before a date's first number. */
  private static final int WORDS_BEFORE = 3;

  private static final int WIDEST_GAP = 3;
  private static final int LONGEST_WORD = 12;

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|©");

  /** The words that say a date is the page's own. */
  private static final Set<String> SAID =
      words(
          "update updated review reviewed published modified amended edited checked issued created"
              + " posted copyright © diweddaru diweddarwyd diweddariad adolygu adolygwyd"
              + " adolygiad cyhoeddi cyhoeddwyd newidiwyd golygwyd gwiriwyd");

  /** What may stand beside those. */
  private static final Set<String> BESIDE =
      words(
          "last next first page date dates on at in due the this was a by content y yr r hwn hon"
              + " dudalen tudalen dyddiad ddyddiad ar am o yn ddiwethaf diwethaf olaf nesaf cyntaf"
              + " gyntaf cynnwys ei");

  private WrittenDates() {}

  private static Set<String> words(String all) {
    return Set.copyOf(List.of(all.split(" ")));
  }

  /** Whether words can be of a date, or make one of others beside them. */
  static boolean mayBeIn(String words) {
    return PART.matcher(words.toLowerCase(Locale.UK)).find();
  }

  /** A text in small letters with a gap in place of each date. */
  static String without(String lower) {
    Matcher date = DATE.matcher(lower).useTransparentBounds(true);
    StringBuilder rest = new StringBuilder();
    int done = 0;
    for (int at = number(lower, 0); at >= 0; at = number(lower, Math.max(at + 1, done))) {
      if (isDate(date, lower, at, done, WORDS_BEFORE)) {
        rest.append(lower, done, date.start()).append(' ');
        done = date.end();
      }
    }
    return done == 0 ? lower : rest.append(lower, done, lower.length()).toString();
  }

  /** Where the next number begins, which every date has; -1 where none does. */
  private static int number(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (isDigit(text.charAt(i)) && (i == 0 || !isWord(text.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns whether a date begins here or a few words before. Looking at every word takes ten times
   * as long.
   */
  private static boolean isDate(Matcher date, String text, int at, int from, int words) {
    int before = words == 0 ? -1 : wordBefore(text, at, from);
    return (before >= 0 && isDate(date, text, before, from, words - 1))
        || date.region(at, text.length()).lookingAt();
  }

  private static int wordBefore(String text, int at, int from) {
    int end = at;
    while (end > from && at - end < WIDEST_GAP && !isWord(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > from && end - start < LONGEST_WORD && isWord(text.charAt(start - 1))) {
      start--;
    }
    return start < end ? start : -1;
  }

  /** As patterns see it. */
  private static boolean isWord(char c) {
    return c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The same of any text, years included where it dates the page itself. */
  static String withoutThePages(String text) {
    String lower = text.toLowerCase(Locale.UK);
    String undated = without(lower);
    return hasDigit(undated) && ofThePage(lower) ? YEAR.matcher(undated).replaceAll(" ") : undated;
  }

  /** Whether a text says when the page was published, updated or reviewed. */
  static boolean ofThePage(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (SAID.contains(lower(word.group()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text without its date says nothing else. */
  static boolean saysNothingElse(String undated) {
    if (hasDigit(undated)) {
      return false;
    }
    Matcher word = WORD.matcher(undated);
    boolean said = false;
    boolean any = false;
    while (word.find()) {
      String lower = lower(word.group());
      if (!SAID.contains(lower) && !BESIDE.contains(lower)) {
        return false;
      }
      said |= SAID.contains(lower);
      any = true;
    }
    return said || !any;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.UK);
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
