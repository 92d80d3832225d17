package signpost.search.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The vector of one question, waited for once: a busy machine answers by words rather than late.
 */
final class QuestionVector implements Supplier<Optional<float[]>> {
  private static final Duration LONGEST = Duration.ofMillis(500);

  private final Optional<CompletableFuture<float[]>> vector;
  private Optional<float[]> come = Optional.empty();
  private boolean waited;

  QuestionVector(Optional<CompletableFuture<float[]>> vector) {
    this.vector = vector;
  }

  @Override
  public Optional<float[]> get() {
    if (!waited) {
      waited = true;
      come = vector.flatMap(QuestionVector::soon);
    }
    return come;
  }

  /** Whether one was waited for in vain. */
  boolean isLate() {
    return waited && vector.isPresent() && come.isEmpty();
  }

  private static Optional<float[]> soon(CompletableFuture<float[]> vector) {
    try {
      return Optional.of(vector.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
