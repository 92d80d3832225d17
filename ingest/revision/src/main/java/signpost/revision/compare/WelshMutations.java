package signpost.revision.compare;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first letters of Welsh words, which change after others: cau, gau, chau, nghau. Lists of
 * words write "~cau" for all of them, so that none is forgotten.
 */
public final class WelshMutations {
  private static final Map<String, List<String>> FORMS =
      Map.of(
          "p", List.of("p", "b", "ph", "mh"),
          "t", List.of("t", "d", "th", "nh"),
          "c", List.of("c", "g", "ch", "ngh"),
          "b", List.of("b", "f", "m"),
          "d", List.of("d", "dd", "n"),
          "g", List.of("g", "", "ng"),
          "m", List.of("m", "f"),
          "ll", List.of("ll", "l"),
          "rh", List.of("rh", "r"));

  private static final Pattern FIRST = Pattern.compile("~(ll|rh|\\p{L})");

  private WelshMutations() {}

  /** All forms of a word that is marked with "~"; of another, itself. */
  public static List<String> ofWord(String word) {
    Matcher first = FIRST.matcher(word);
    return first.lookingAt()
        ? forms(first.group(1)).stream().map(form -> form + word.substring(first.end())).toList()
        : List.of(word);
  }

  /** An expression that matches all forms of the words marked with "~" in another. */
  public static String within(String expression) {
    return FIRST
        .matcher(expression)
        .replaceAll(it -> "(?:" + String.join("|", forms(it.group(1))) + ")");
  }

  /** Such an expression, compiled. */
  public static Pattern pattern(String expression) {
    return Pattern.compile(within(expression));
  }

  private static List<String> forms(String first) {
    return FORMS.getOrDefault(first, List.of(first));
  }
}
