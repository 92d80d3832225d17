package signpost.search.embed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import signpost.search.index.EmbeddingPassage;
import signpost.search.index.PageIndex;

/**
 * Gives the pages that wait their vectors, some at a time. What cannot be embedded is tried again
 * when all others have theirs, so one page never stands in the way of the next.
 */
final class EmbeddingRounds implements AutoCloseable {
  private static final int WORKERS = 2;
  private static final int AT_ONCE = 32;

  private final PageIndex index;
  private final Set<EmbeddingPassage> passedOver = new HashSet<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          WORKERS, Thread.ofPlatform().name("embedding-", 1).daemon(true).factory());
  private volatile boolean closing;

  EmbeddingRounds(PageIndex index) {
    this.index = index;
  }

  private record StartedEmbedding(String url, EmbeddingPassage passage, Future<float[]> vector) {}

  /**
   * Embeds some; returns whether there were any.
   *
   * @throws IllegalStateException with the first failure, when the others have their vectors
   */
  boolean next(Function<String, float[]> model) throws IOException, InterruptedException {
    List<StartedEmbedding> started = start(model);
    if (started.isEmpty()) {
      return false;
    }
    Optional<ExecutionException> failure = take(started);
    index.refresh();
    if (failure.isPresent()) {
      throw new IllegalStateException("a page has no vector yet", failure.get().getCause());
    }
    return true;
  }

  private List<StartedEmbedding> start(Function<String, float[]> model) throws IOException {
    Map<String, EmbeddingPassage> wanted = index.wanted(AT_ONCE + passedOver.size());
    if (passedOver.containsAll(wanted.values())) {
      passedOver.clear();
    }
    List<StartedEmbedding> started = new ArrayList<>();
    wanted.forEach((url, passage) -> {
      if (started.size() < AT_ONCE && !passedOver.contains(passage)) {
        started.add(
            new StartedEmbedding(url, passage, workers.submit(() -> model.apply(passage.text()))));
      }
    });
    return started;
  }

  /** Returns the first failure. */
  private Optional<ExecutionException> take(List<StartedEmbedding> started)
      throws IOException, InterruptedException {
    Optional<ExecutionException> first = Optional.empty();
    for (StartedEmbedding one : started) {
      if (closing) {
        one.vector().cancel(false);
        continue;
      }
      try {
        index.embed(one.url(), one.passage(), one.vector().get());
      } catch (ExecutionException e) {
        passedOver.add(one.passage());
        first = first.or(() -> Optional.of(e));
      }
    }
    return first;
  }

  @Override
  public void close() {
    closing = true;
    workers.shutdownNow();
  }
}
