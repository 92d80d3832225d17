package signpost.search.embed;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.FailingLoop;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.search.index.PageIndex;

/**
 * Gives pages their vectors, behind the intake's back: a page is found by its words at once and by
 * its meaning a little later. Which pages wait is asked of the index itself, so nothing is lost
 * when the process dies. Where the model cannot run, search goes on by words alone.
 */
@Context
public final class Embedding implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Embedding.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_LOAD = Duration.ofSeconds(30);

  /** Who writes waits for the intake, in whose way a big merge may stand. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final PageIndex index;
  private final Path home;
  private final EmbeddingRounds rounds;
  private final Optional<SupervisedLoop> loop;
  private final Lock loading = new ReentrantLock();
  private volatile EmbeddingState state;
  private volatile boolean closing;

  /** How far it has come. */
  sealed interface EmbeddingState {
    /** Not wanted. */
    record Off() implements EmbeddingState {}

    /** No page has anything to embed yet, or the model is being loaded. */
    record ModelLoading() implements EmbeddingState {}

    /** At work. */
    record Ready(EmbeddingModel model) implements EmbeddingState {}

    /** By words alone, until search starts anew. */
    record ModelUnusable(String why) implements EmbeddingState {}
  }

  Embedding(
      PageIndex index,
      Supervisor supervisor,
      @Value("${signpost.data}") String data,
      @Value("${signpost.embedding:true}") boolean wanted) {
    this.index = index;
    this.rounds = new EmbeddingRounds(index);
    this.home = Path.of(data).resolve("native");
    this.state = wanted ? new EmbeddingState.ModelLoading() : new EmbeddingState.Off();
    LoopPlan plan =
        LoopPlan.of("embedding", "Reading what pages mean", PAUSE)
            .withPatience(PATIENCE)
            .uninterrupted()
            .unneeded();
    this.loop =
        wanted ? Optional.of(supervisor.start(plan, LoopWork.steps(this::step))) : Optional.empty();
  }

  /** The model, once it is loaded; for ever empty where it is switched off or cannot run. */
  public Optional<EmbeddingModel> model() {
    return state instanceof EmbeddingState.Ready(EmbeddingModel model)
        ? Optional.of(model)
        : Optional.empty();
  }

  EmbeddingState state() {
    return state;
  }

  @Override
  @PreDestroy
  public void close() throws IOException {
    closing = true;
    loop.ifPresent(SupervisedLoop::close);
    rounds.close();
    awaitLoad();
    Optional<EmbeddingModel> loaded = model();
    state = new EmbeddingState.Off();
    if (loaded.isPresent()) {
      loaded.get().close();
    }
  }

  /** A model that is being loaded cannot be told to stop, and must not be when the JVM ends. */
  private void awaitLoad() {
    try {
      if (loading.tryLock(LONGEST_LOAD.toMillis(), TimeUnit.MILLISECONDS)) {
        loading.unlock();
      } else {
        log.warn("The embedding model is still being loaded after {}", LONGEST_LOAD);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean step() throws IOException, InterruptedException {
    return switch (state) {
      case EmbeddingState.Off _, EmbeddingState.ModelUnusable _ -> false;
      // With nothing to embed and to compare with, the model would only slow the start down.
      case EmbeddingState.ModelLoading _ -> index.hasPassages() && load();
      case EmbeddingState.Ready(EmbeddingModel model) -> rounds.next(model::passage);
    };
  }

  private boolean load() throws IOException {
    loading.lock();
    try {
      if (closing) {
        return false;
      }
      state = new EmbeddingState.Ready(EmbeddingModel.load(home));
      return true;
    } catch (UnusableModelException e) {
      state = new EmbeddingState.ModelUnusable(String.valueOf(e.getMessage()));
      log.warn("Search goes on by words alone: {}", e.getMessage());
      return false;
    } finally {
      loading.unlock();
    }
  }

  /** How its loop fails; empty while it gets on. */
  Optional<FailingLoop> failing() {
    return loop.flatMap(SupervisedLoop::failing);
  }
}
