package signpost.search.embed;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.index.PageIndex;
import signpost.search.index.Passage;

/**
 * Gives pages their vectors, behind the intake's back: a page is found by its words at once and by
 * its meaning a little later. Which pages wait is asked of the index itself, so nothing is lost
 * when the process dies. Where the model cannot run, search goes on by words alone.
 */
@Context
public final class Embedding implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Embedding.class);
  private static final int WORKERS = 2;
  private static final int AT_ONCE = 32;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_LOAD = Duration.ofSeconds(30);

  private final PageIndex index;
  private final Path home;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          WORKERS, Thread.ofPlatform().name("embedding-", 1).daemon(true).factory());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Model model;
  private volatile State state = State.OFF;

  /** How far it has come. */
  enum State {
    OFF,
    WAITING,
    READY,
    FAILED
  }

  Embedding(
      PageIndex index,
      @Value("${signpost.data}") String data,
      @Value("${signpost.embedding:true}") boolean wanted) {
    this.index = index;
    this.home = Path.of(data).resolve("native");
    this.thread = Thread.ofPlatform().name("embedding").daemon(true).unstarted(this::run);
    if (wanted) {
      state = State.WAITING;
      thread.start();
    }
  }

  /** The model, once it is loaded; for ever empty where it is switched off or cannot run. */
  public Optional<Model> model() {
    return Optional.ofNullable(model);
  }

  State state() {
    return state;
  }

  @Override
  @PreDestroy
  public void close() throws IOException {
    closing.countDown();
    try {
      // A model that is being loaded cannot be told to stop, and must not be when the JVM ends.
      if (thread.isAlive() && !thread.join(LONGEST_LOAD)) {
        log.warn("The embedding model is still at work after {}", LONGEST_LOAD);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
    Model loaded = model;
    model = null;
    if (loaded != null) {
      loaded.close();
    }
  }

  private void run() {
    try {
      awaitPassages();
      if (closing.getCount() > 0) {
        Model loaded = Model.load(home);
        loaded.question("The first takes longer than those who ask should wait.");
        model = loaded;
        state = State.READY;
        while (!pause()) {
          embedWaiting(loaded);
        }
      }
    } catch (IOException e) {
      state = State.FAILED;
      log.warn("Search goes on by words alone: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing to embed and nothing to compare with: the model would only slow the start down. */
  private void awaitPassages() throws IOException, InterruptedException {
    boolean over = false;
    while (!over) {
      over = index.hasPassages() || pause();
    }
  }

  /** True when closing. */
  private boolean pause() throws InterruptedException {
    return closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void embedWaiting(Model loaded) throws InterruptedException {
    try {
      Map<String, Passage> wanted = index.wanted(AT_ONCE);
      while (!wanted.isEmpty() && closing.getCount() > 0) {
        embed(loaded, wanted);
        index.refresh();
        wanted = index.wanted(AT_ONCE);
      }
    } catch (IOException | ExecutionException | RuntimeException e) {
      log.warn("Vectors could not be added, trying again: {}", e.toString());
    }
  }

  private void embed(Model loaded, Map<String, Passage> wanted)
      throws IOException, InterruptedException, ExecutionException {
    List<Started> started = new ArrayList<>();
    wanted.forEach((url, passage) ->
        started.add(
            new Started(url, passage, workers.submit(() -> loaded.passage(passage.text())))));
    for (Started one : started) {
      if (closing.getCount() == 0) {
        one.vector().cancel(false);
        continue;
      }
      index.embed(one.url(), one.passage(), one.vector().get());
    }
  }

  private record Started(String url, Passage passage, Future<float[]> vector) {}
}
