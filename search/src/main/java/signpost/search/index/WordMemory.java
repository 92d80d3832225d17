package signpost.search.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out for words, kept for whoever asks next, on any thread. It is in two halves:
 * when the newer one is full the older one is forgotten, but for words asked for meanwhile, so that
 * names that come once do not drive out the words of every page.
 *
 * @param <T> what is known of a word, which does not change
 */
public final class WordMemory<T> {
  /** Longer ones are hardly words, and hardly come again. */
  private static final int LONGEST = 40;

  private final int most;
  private volatile Map<String, T> newer = new ConcurrentHashMap<>();
  private volatile Map<String, T> older = Map.of();

  /** One of at most so many words, or some more while several threads add to it. */
  public WordMemory(int most) {
    this.most = most;
  }

  /** What is known of a word, or is worked out now. */
  public T of(String word, Function<String, T> working) {
    @Nullable T known = newer.get(word);
    return known == null ? learn(word, working) : known;
  }

  private T learn(String word, Function<String, T> working) {
    @Nullable T before = older.get(word);
    T known = before == null ? working.apply(word) : before;
    if (word.length() <= LONGEST) {
      if (newer.size() >= most / 2) {
        turn();
      }
      newer.put(word, known);
    }
    return known;
  }

  private synchronized void turn() {
    if (newer.size() >= most / 2) {
      older = newer;
      newer = new ConcurrentHashMap<>();
    }
  }
}
