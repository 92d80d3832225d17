package signpost.search.index;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers as one word each, however they are written: {@code 0808 802 5544}, {@code
 * (0808) 8025544} and {@code +44 808 802 5544} are {@code 08088025544}. Of the numbers that do not
 * begin with 0 only the harmonised helplines, {@code 116 123}, are known.
 */
public final class PhoneNumbers {
  /** With the trunk 0 or the country's code in front; Ofcom's numbers have 8 to 11 digits. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}+])(?:(?:\\+|00)44[\\s.-]?(?:\\(0\\))?|\\(?0)"
              + "(?:[\\s().-]{0,2}\\d){7,10}(?![\\p{L}\\p{N}])"
              + "|(?<![\\p{L}\\p{N}])116[\\s-]?\\d{3}(?![\\p{L}\\p{N}])");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  private PhoneNumbers() {}

  /** The numbers in a text, each as its digits. */
  static List<String> in(String text) {
    return NUMBER.matcher(text).results().map(it -> digits(it.group())).toList();
  }

  /** The text with each number as one word. */
  public static String joined(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(" " + digits(it.group()) + " "));
  }

  private static String digits(String number) {
    String digits = NO_DIGIT.matcher(number.replace("(0)", "")).replaceAll("");
    if (number.startsWith("+")) {
      return "0" + digits.substring(2);
    }
    return digits.startsWith("0044") ? "0" + digits.substring(4) : digits;
  }
}
