package signpost.search.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was worked out for words, kept for whoever asks next, on any thread. When it is full it
 * begins anew, which costs less than knowing what was asked for last.
 *
 * @param <T> what is known of a word, which does not change
 */
public final class WordMemory<T> {
  /** Longer ones are hardly words, and hardly come again. */
  private static final int LONGEST = 40;

  private final Map<String, T> known = new ConcurrentHashMap<>();
  private final int most;

  /** One of at most so many words, or some more while several threads add to it. */
  public WordMemory(int most) {
    this.most = most;
  }

  /** What is known of a word, or is worked out now. */
  public T of(String word, Function<String, T> working) {
    T before = known.get(word);
    return before == null ? learn(word, working.apply(word)) : before;
  }

  private T learn(String word, T found) {
    if (word.length() > LONGEST) {
      return found;
    }
    if (known.size() >= most) {
      known.clear();
    }
    known.put(word, found);
    return found;
  }
}
