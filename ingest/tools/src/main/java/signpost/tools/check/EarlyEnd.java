package signpost.tools.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Ends a check before it is done, when its time is up or the process is told to stop: what it found
 * until then is reported all the same. Some sites have no end, as a calendar has none.
 */
final class EarlyEnd {
  /** How long a process that is told to stop waits for the report. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      description =
          "end after so long, as 90s or 10m, and report what was found until then (default: no end)")
  private @Nullable String most;

  private final CountDownLatch told = new CountDownLatch(1);
  private volatile boolean came;
  private @Nullable Thread cut;
  private @Nullable Thread hook;

  /**
   * How long the check may take; nothing where it may take for ever.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  Duration most() {
    if (most == null) {
      return Duration.ZERO;
    }
    Duration time = KeptFileOptions.age(most);
    if (time.isZero()) {
      throw new IllegalArgumentException("a check needs some time");
    }
    return time;
  }

  /** Calls {@code stop} when the end comes, until {@link #over()}; {@code after} 0: at a signal. */
  void watch(Duration after, Runnable stop) {
    Runnable end =
        () -> {
          come(); // first: whoever sees the check end must know why
          stop.run();
        };
    hook = new Thread(() -> endAndWait(end), "end-of-check");
    Runtime.getRuntime().addShutdownHook(hook);
    if (after.isPositive()) {
      Thread.ofPlatform().daemon().name("time-of-check").start(() -> endAfter(after, end));
    }
  }

  private synchronized void come() {
    came = true;
    if (cut != null) {
      cut.interrupt();
    }
  }

  /** What long work gives, or nothing if the end came before: nobody waits for it any longer. */
  <T> Optional<T> cuts(Supplier<T> work) {
    var task = new FutureTask<T>(work::get);
    cut(Thread.currentThread());
    try {
      if (came) {
        return Optional.empty();
      }
      Thread.ofPlatform().daemon().name("before-the-end").start(task);
      return Optional.of(task.get());
    } catch (InterruptedException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      task.cancel(true);
      cut(null);
      boolean _ = Thread.interrupted(); // it was meant for the waiting alone
    }
  }

  private synchronized void cut(@Nullable Thread working) {
    cut = working;
  }

  /** The report is written. */
  void over() {
    told.countDown();
    try {
      if (hook != null) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (IllegalStateException _) {
      // The process is being stopped: the hook waited for us.
    }
  }

  private void endAndWait(Runnable end) {
    end.run();
    await(PATIENCE);
  }

  private void endAfter(Duration after, Runnable end) {
    if (!await(after)) {
      end.run();
    }
  }

  /** Whether the report was written within this time. */
  private boolean await(Duration time) {
    try {
      return told.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
