package signpost.search.index;

import java.util.List;
import java.util.TreeSet;

/**
 * What makes two questions one for what curators pinned: the same words, whatever their order and
 * endings, and however often.
 */
public final class PinnedQuestion {
  private PinnedQuestion() {}

  /** Returns the words of a question as one; nothing where it has none. */
  public static String key(String question) {
    List<String> words = TextAnalysis.words(PhoneNumbers.joined(question));
    return String.join(
        " ", new TreeSet<>(words.isEmpty() ? TextAnalysis.plainWords(question) : words));
  }
}
