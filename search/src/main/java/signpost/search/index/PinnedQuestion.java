package signpost.search.index;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makes two questions one for what curators pinned: the same words, whatever their order and
 * endings, and however often. Words that every sentence has do not count, but for those that make
 * another question of it.
 */
public final class PinnedQuestion {
  private static final Set<String> TELLING = Set.of("it", "no", "not", "will");

  private PinnedQuestion() {}

  /** Returns the words of a question as one; nothing where it has none. */
  public static String key(String question) {
    List<String> words = TextAnalysis.plainWords(PhoneNumbers.joined(question));
    TreeSet<String> telling = new TreeSet<>();
    for (String word : words) {
      telling.addAll(TELLING.contains(word) ? List.of(word) : TextAnalysis.words(word));
    }
    return String.join(" ", telling.isEmpty() ? new TreeSet<>(words) : telling);
  }
}
