package signpost.successor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text in lower case, their commonest English endings cut off. Pure. */
final class WordStems {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern APOSTROPHE = Pattern.compile("[’']");
  private static final int LONGEST = 40;
  private static final int SHORTEST_STEM = 4;
  private static final List<String> ENDINGS =
      List.of("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y");

  /** Words that join others and name nothing. */
  private static final Set<String> JOINING =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "how", "howto", "in",
          "is", "it", "of", "on", "or", "the", "this", "to", "what", "when", "with", "you", "your");

  private WordStems() {}

  /** All of them in order, joining words too. */
  static List<String> all(String text) {
    return NO_WORD
        .splitAsStream(APOSTROPHE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""))
        .filter(it -> !it.isEmpty() && it.length() <= LONGEST)
        .map(WordStems::stem)
        .toList();
  }

  /** Those that name something. */
  static List<String> telling(String text) {
    return all(text).stream().filter(it -> !JOINING.contains(it)).toList();
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word.length() == SHORTEST_STEM && word.endsWith("s") ? word.substring(0, 3) : word;
  }
}
