package signpost.search.query;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they were given, by the view of the index that gave them: who asks the same while the
 * index stays as it is need not wait again. The first question to another view drops them all. No
 * view is kept open: what is known of one is its key alone.
 */
final class KnownAnswers {
  private static final int MOST = 1_000;
  private static final long MOST_BYTES = 16L << 20;

  private volatile ViewAnswers last = new ViewAnswers(new Object());

  /**
   * All that an answer depends on, but for the view of the index. {@code fingerprint}: of the need
   * as it was written, which its cursor bears. {@code hour}: how current pages are is told by the
   * hour. {@code byMeaning}: whether there was a model.
   */
  record AnswerKey(SearchRequest need, int fingerprint, Instant hour, boolean byMeaning) {}

  /** The answers of this view; empty of what another gave. */
  ViewAnswers of(IndexReader reader) {
    IndexReader.@Nullable CacheHelper view = reader.getReaderCacheHelper();
    if (view == null) {
      return new ViewAnswers(new Object());
    }
    ViewAnswers known = last;
    if (!known.view.equals(view.getKey())) {
      known = new ViewAnswers(view.getKey());
      last = known;
    }
    return known;
  }

  /** Those of one view; the longest unasked goes first where there are too many. */
  static final class ViewAnswers {
    private record KeptAnswer(SearchResults results, long bytes) {}

    private final Object view;
    private final Map<AnswerKey, KeptAnswer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private ViewAnswers(Object view) {
      this.view = view;
    }

    synchronized Optional<SearchResults> get(AnswerKey key) {
      return Optional.ofNullable(answers.get(key)).map(KeptAnswer::results);
    }

    /** {@code bytes}: about as many as it takes to hold. */
    synchronized void put(AnswerKey key, SearchResults results, long bytes) {
      if (bytes > MOST_BYTES / 8 || answers.containsKey(key)) {
        return;
      }
      answers.put(key, new KeptAnswer(results, bytes));
      this.bytes += bytes;
      Iterator<KeptAnswer> eldest = answers.values().iterator();
      while (answers.size() > MOST || this.bytes > MOST_BYTES) {
        this.bytes -= eldest.next().bytes();
        eldest.remove();
      }
    }

    synchronized int size() {
      return answers.size();
    }
  }
}
