package signpost.web.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Splits class names and ids into the words their authors built them from. */
public final class ClassWords {
  private static final int LONGEST = 600;
  private static final int MOST_IN_ID = 4;

  private ClassWords() {}

  /** Words of a class attribute and an id; an id of many words is a heading's slug, not a name. */
  public static Set<String> of(String classes, String id) {
    Set<String> named = of(id);
    if (named.size() > MOST_IN_ID) {
      return of(classes);
    }
    return named.isEmpty() ? of(classes) : of(classes + " " + id);
  }

  private static Set<String> of(String names) {
    String raw = names.length() > LONGEST ? names.substring(0, LONGEST) : names;
    if (raw.isBlank()) {
      return Set.of();
    }
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= raw.length(); i++) {
      if (i == raw.length() || !Character.isLetterOrDigit(raw.charAt(i))) {
        addWords(words, raw, start, i);
        start = i + 1;
      }
    }
    return words;
  }

  /** A part with digits amid its letters was made up by a program: "1ad7f" names no advert. */
  private static void addWords(Set<String> words, String raw, int from, int to) {
    int end = to;
    while (end > from && Character.isDigit(raw.charAt(end - 1))) {
      end--;
    }
    int start = from;
    for (int i = from; i < end; i++) {
      if (Character.isDigit(raw.charAt(i))) {
        return;
      }
    }
    for (int i = from + 1; i <= end; i++) {
      boolean hump =
          i < end
              && Character.isUpperCase(raw.charAt(i))
              && Character.isLowerCase(raw.charAt(i - 1));
      if (i == end || hump) {
        words.add(raw.substring(start, i).toLowerCase(Locale.ROOT));
        start = i;
      }
    }
  }
}
