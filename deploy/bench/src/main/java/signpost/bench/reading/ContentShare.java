package signpost.bench.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which share of a line stands in a page's known content, by runs of up to four words. */
final class ContentShare {
  private static final Pattern WORD = Pattern.compile("(?U)\\w+");
  private static final int RUN = 4;

  private final int words;
  private final Set<String> runs = new HashSet<>();

  private ContentShare(List<String> content) {
    this.words = content.size();
    for (int length = 1; length <= RUN; length++) {
      for (int i = 0; i + length <= content.size(); i++) {
        runs.add(String.join(" ", content.subList(i, i + length)));
      }
    }
  }

  static ContentShare of(String content) {
    return new ContentShare(split(content));
  }

  int words() {
    return words;
  }

  /** Share of the line's runs that the content has, 0–1; a short line is one run. */
  double share(String line) {
    List<String> said = split(line);
    int length = Math.min(RUN, said.size());
    if (length == 0) {
      return 0;
    }
    int known = 0;
    int all = said.size() - length + 1;
    for (int i = 0; i < all; i++) {
      known += runs.contains(String.join(" ", said.subList(i, i + length))) ? 1 : 0;
    }
    return (double) known / all;
  }

  /** Word F1 of two texts, with counts, 0–1; that of two empty ones is 1. */
  static double agreement(String read, String wanted) {
    List<String> got = split(read);
    List<String> all = split(wanted);
    if (got.isEmpty() && all.isEmpty()) {
      return 1;
    }
    Map<String, Integer> left = new HashMap<>();
    all.forEach(word -> left.merge(word, 1, Integer::sum));
    long common = got.stream().filter(word -> left.merge(word, -1, Integer::sum) >= 0).count();
    return 2.0 * common / (got.size() + all.size());
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
