package signpost.web.revision.noise;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changes by itself within other text.
 *
 * @param words of which a text has one, in small letters, if it has the phrase
 */
record VolatilePhrase(List<String> words, Pattern pattern) {
  /** What stands in place of such a phrase. */
  static final String MARK = "…";

  VolatilePhrase {
    words = List.copyOf(words);
  }

  VolatilePhrase(List<String> words, String pattern) {
    this(words, insensitive(pattern));
  }

  String masked(String text, String small) {
    return mayBeIn(small) ? masked(text, _ -> false) : text;
  }

  boolean mayBeIn(String small) {
    for (String word : words) {
      if (small.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** {@code stays}: whether a phrase counts after what stands before it. */
  String masked(String text, Predicate<String> stays) {
    return pattern
        .matcher(text)
        .replaceAll(it ->
            stays.test(text.substring(0, it.start()))
                ? Matcher.quoteReplacement(it.group())
                : MARK);
  }

  static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
