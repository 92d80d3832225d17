package signpost.search.embed;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Vectors of what people ask, worked out once for each wording: 6 to 7 ms of one core, so callers
 * start it, search by words meanwhile, and then take it.
 */
@Singleton
public final class QuestionVectors implements AutoCloseable {
  private static final int REMEMBERED = 5_000;

  private final Embedding embedding;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().name("questions-", 1).daemon(true).factory());
  private final Map<String, CompletableFuture<float[]>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<float[]>> eldest) {
          return size() > REMEMBERED;
        }
      };

  QuestionVectors(Embedding embedding) {
    this.embedding = embedding;
  }

  /** The vector of a question, at once or soon; empty while there is no model. */
  public Optional<CompletableFuture<float[]>> vector(String text) {
    return embedding.model().map(model -> vector(model, normal(text)));
  }

  /** Whether questions have vectors just now. */
  public boolean hasModel() {
    return embedding.model().isPresent();
  }

  @Override
  @PreDestroy
  public void close() {
    workers.shutdownNow();
    try {
      // The model is closed after this, and nobody may be using it then.
      workers.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<float[]> vector(EmbeddingModel model, String text) {
    synchronized (known) {
      CompletableFuture<float[]> before = known.get(text);
      if (before != null && !before.isCompletedExceptionally()) {
        return before;
      }
      CompletableFuture<float[]> now =
          CompletableFuture.supplyAsync(() -> model.question(text), workers);
      known.put(text, now);
      return now;
    }
  }

  /** What differs in case and spacing alone asks for the same. */
  private static String normal(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
