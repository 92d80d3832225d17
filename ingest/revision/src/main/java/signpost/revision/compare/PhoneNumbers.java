package signpost.revision.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers people call or text, by the groups of digits of a text: a United Kingdom number
 * by its length and beginning, a short one only where the words before it say what it is for.
 *
 * @see <a href="https://www.ofcom.org.uk/phones-and-broadband/phone-numbers">Ofcom's numbering
 *     plan</a>
 */
final class PhoneNumbers {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int MOST_DIGITS = 15;
  private static final int BEFORE = 40;

  /** A passage of more is a table of figures. */
  private static final int MOST_GROUPS = 4_000;

  private static final Pattern NATIONAL =
      Pattern.compile("0[1235789]\\d{9}|0(?:1\\d|500|8\\d\\d)\\d{6,7}");

  /** As Childline's, and NHS Direct's as it stands in old leaflets. */
  private static final Pattern EIGHT_DIGITS = Pattern.compile("0800\\d{4}|08454647");

  private static final Set<String> THREE_DIGITS =
      Set.of("101", "105", "111", "112", "119", "159", "999");
  private static final Set<String> HARMONISED =
      Set.of("116000", "116006", "116111", "116117", "116123");
  private static final Set<String> RELAY = Set.of("18000", "18001", "18002");

  private static final Pattern CALLING =
      words(
          "call(?:s|ing)?|ring|dial|phone|telephone|tel|text(?:phone)?|helpline|line|relay|minicom"
              + "|emergency|police|nhs|gig|contact|option|ffôn|ffoni\\p{L}*|~galw\\p{L}*|~deial\\p{L}*"
              + "|~llinell|~cysyllt\\p{L}*|heddlu|999|111|101|112");

  private static final Pattern CALLED_DIRECTLY =
      Pattern.compile(
          "\\b(?:call|ring|dial|phone|telephone|tel|fax|mobile|ffôn|ffoniwch|galwch)"
              + "(?: (?:us|ni))?(?: (?:on|at|ar|number))?[:. ]{0,2}$");

  private static final Pattern TEXTING =
      Pattern.compile(
          "\\b(?:text(?:ing|s)?|txt|sms|tecst\\p{L}*|neges destun)\\b(?: [^.!?]*)?"
              + "(?<=\\b(?:to|on|at|i|ar|number|rhif|text|txt|sms|tecstiwch))[: ]{1,2}$");

  /** What a number directly before it is not, whatever its form. */
  private static final Pattern NO_PHONE =
      WelshMutations.pattern(
          "\\b(?:isbn|issn|doi|ref|reference|section|page|pages|paragraph|room|figure|table|step"
              + "|regulation|article|chapter|version|volume|adran|~tudalen"
              + "|(?:charity|company|registration|registered|account|invoice|order|case|vat|grant"
              + "|catalogue|document|policy) (?:number|no|ref)"
              + "|~rhif (?:elusen|~cwmni|~cyfeirnod|~cofrestru))(?:-1[03])?(?: (?:number|no))?[.:# (]{0,3}$");

  /** What short digits count when these words follow. */
  private static final Pattern COUNTED =
      WelshMutations.pattern(
          "[ -]?(?:%|per cent|people|patients|children|adults|pupils|schools|families|words"
              + "|characters|calls\\b|cases|days|hours|minutes|weeks|months|years|pages|miles|metres"
              + "|times|ways|places|~pobl|~plant|~gair|o)\\b|%");

  /** What is to be dialled or chosen after a number. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[ ,(]{0,3}(?:ext(?:ension|n)?\\b\\.?:? ?|est(?:yniad)?\\b\\.?:? ?"
              + "|(?:(?:and|then|a) )?(?:(?:choose|select|press|pick|dewiswch) )?(?:option|opsiwn) )"
              + "(\\d{1,6})\\b");

  private final String text;
  private final List<int[]> groups = new ArrayList<>();

  private PhoneNumbers(String text) {
    this.text = text;
    Matcher matcher = DIGITS.matcher(text);
    while (groups.size() < MOST_GROUPS && matcher.find()) {
      groups.add(new int[] {matcher.start(), matcher.end()});
    }
  }

  private static Pattern words(String any) {
    return WelshMutations.pattern("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])");
  }

  /** A number as written and in one spelling; {@code texted} where it takes messages alone. */
  record PhoneNumber(String written, String plain, boolean texted) {}

  /** Digits taken together, and the group after the last of them. */
  private record DigitRun(String plain, int next, boolean texted) {}

  /** In a text in small letters. */
  static List<PhoneNumber> in(String lower) {
    return new PhoneNumbers(lower).all();
  }

  private List<PhoneNumber> all() {
    List<PhoneNumber> all = new ArrayList<>();
    int i = 0;
    while (i < groups.size()) {
      @Nullable DigitRun taken = stuck(i) ? null : take(i);
      if (taken == null) {
        i++;
      } else {
        all.add(number(i, taken));
        i = taken.next();
      }
    }
    return all;
  }

  private PhoneNumber number(int first, DigitRun taken) {
    int from = start(first) - (before(first) == '+' || before(first) == '(' ? 1 : 0);
    int to = groups.get(taken.next() - 1)[1];
    Matcher extension = EXTENSION.matcher(text).region(to, Math.min(text.length(), to + BEFORE));
    String written = text.substring(from, to).replaceFirst("^\\((?=[^)]*$)", "");
    return extension.lookingAt()
        ? new PhoneNumber(
            text.substring(from, extension.end()),
            taken.plain() + "x" + extension.group(1),
            taken.texted())
        : new PhoneNumber(written, taken.plain(), taken.texted());
  }

  /** Part of a word, a price, a decimal or a date. */
  private boolean stuck(int i) {
    char c = before(i);
    int at = start(i);
    boolean inDigits = at > 1 && isDigit(text.charAt(at - 2));
    return Character.isLetter(c)
        || "£$€#@_=&".indexOf(c) >= 0
        || (".,:/".indexOf(c) >= 0 && inDigits);
  }

  private @Nullable DigitRun take(int i) {
    String first = group(i);
    if (first.length() > MOST_DIGITS) {
      return null;
    }
    if (before(i) == '+' || (first.startsWith("00") && first.length() > 3)) {
      return abroad(i);
    }
    return first.startsWith("0") && first.length() > 2 ? national(i) : shortOne(i);
  }

  private @Nullable DigitRun abroad(int i) {
    String digits = "";
    @Nullable DigitRun best = null;
    for (int at = i; at < groups.size() && joins(i, at); at++) {
      boolean trunk = at > i && group(at).equals("0");
      digits += trunk ? "" : group(at);
      String number = digits.startsWith("00") ? digits.substring(2) : digits;
      if (number.length() > MOST_DIGITS) {
        break;
      }
      if (number.startsWith("44")) {
        String national = "0" + number.substring(2).replaceFirst("^0", "");
        best = NATIONAL.matcher(national).matches() ? new DigitRun(national, at + 1, false) : best;
      } else if (number.length() >= 8) {
        best = new DigitRun("+" + number, at + 1, false);
      }
    }
    return best;
  }

  private @Nullable DigitRun national(int i) {
    if (is(NO_PHONE, i)) {
      return null;
    }
    String digits = "";
    @Nullable DigitRun best = null;
    for (int at = i; at < groups.size() && joins(i, at) && digits.length() < 11; at++) {
      if (EIGHT_DIGITS.matcher(digits).matches() && group(at).length() < 3) {
        break;
      }
      digits += group(at);
      if (NATIONAL.matcher(digits).matches() || EIGHT_DIGITS.matcher(digits).matches()) {
        best = new DigitRun(digits, at + 1, false);
      }
    }
    return best;
  }

  private @Nullable DigitRun shortOne(int i) {
    String one = group(i);
    String two = i + 1 < groups.size() && joins(i, i + 1) ? one + group(i + 1) : one;
    if (HARMONISED.contains(one)) {
      return new DigitRun(one, i + 1, false);
    }
    if (one.length() == 3 && HARMONISED.contains(two)) {
      return new DigitRun(two, i + 2, false);
    }
    boolean maybe =
        THREE_DIGITS.contains(one) || two.length() == 5 || two.length() == 6 || two.length() == 7;
    if (!maybe || counts(i) || is(NO_PHONE, i)) {
      return null;
    }
    if ((THREE_DIGITS.contains(one) || RELAY.contains(one)) && is(CALLING, i)) {
      return new DigitRun(one, i + 1, false);
    }
    if ((one.length() == 5 || one.length() == 6) && is(TEXTING, i)) {
      return new DigitRun(one, i + 1, true);
    }
    return local(i, one, two);
  }

  /** Without the code of its area. */
  private @Nullable DigitRun local(int i, String one, String two) {
    if (one.charAt(0) < '2' || !is(CALLED_DIRECTLY, i)) {
      return null;
    }
    if (one.length() == 6 || one.length() == 7) {
      return new DigitRun(one, i + 1, false);
    }
    return one.length() == 3 && (two.length() == 6 || two.length() == 7) && !counts(i + 1)
        ? new DigitRun(two, i + 2, false)
        : null;
  }

  /** Whether the digits are followed by what they count, or go on as a larger number. */
  private boolean counts(int i) {
    int end = groups.get(i)[1];
    boolean goesOn =
        end + 1 < text.length()
            && ".,:/".indexOf(text.charAt(end)) >= 0
            && isDigit(text.charAt(end + 1));
    Matcher counted = COUNTED.matcher(text).region(end, Math.min(text.length(), end + BEFORE));
    return goesOn || counted.useTransparentBounds(true).lookingAt();
  }

  /** Whether what stands before a group, in its sentence, says so. */
  private boolean is(Pattern pattern, int i) {
    int from = Math.max(0, start(i) - BEFORE);
    String near = text.substring(from, start(i));
    int stop = Math.max(near.lastIndexOf(". "), near.lastIndexOf("; "));
    boolean abbreviated = stop >= 0 && stop >= near.length() - 2;
    return pattern.matcher(stop < 0 || abbreviated ? near : near.substring(stop + 2)).find();
  }

  /** Whether nothing but a little space stands between a group and the one before it. */
  private boolean joins(int first, int at) {
    if (at == first) {
      return true;
    }
    String between = text.substring(groups.get(at - 1)[1], start(at));
    return between.length() <= 3
        && !between.startsWith(". ")
        && between.chars().allMatch(c -> " .-()\u00a0\u2010\u2011\u2012\u2013".indexOf(c) >= 0);
  }

  private String group(int i) {
    return text.substring(start(i), groups.get(i)[1]);
  }

  private int start(int i) {
    return groups.get(i)[0];
  }

  private char before(int i) {
    return start(i) == 0 ? ' ' : text.charAt(start(i) - 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
