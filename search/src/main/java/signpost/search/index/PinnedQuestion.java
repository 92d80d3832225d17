package signpost.search.index;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makes two questions one for what curators pinned: the same words, whatever their order and
 * endings, and however often. Beside others, words that every sentence has do not count, but for
 * those that make another question of it.
 */
public final class PinnedQuestion {
  private static final Set<String> TELLING = Set.of("it", "no", "not", "will");

  private PinnedQuestion() {}

  /** Returns the words of a question as one; nothing where it has none. */
  public static String key(String question) {
    List<String> words = TextAnalysis.plainWords(PhoneNumbers.joined(question));
    TreeSet<String> telling = new TreeSet<>();
    words.forEach(word -> telling.addAll(TextAnalysis.words(word)));
    if (telling.isEmpty()) {
      return String.join(" ", new TreeSet<>(words));
    }
    words.stream().filter(TELLING::contains).forEach(telling::add);
    return String.join(" ", telling);
  }
}
