package signpost.web.browser;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import signpost.web.browser.BrowserOutcome.BrowserFailure;
import signpost.web.browser.BrowserOutcome.TimedOut;
import signpost.web.browser.BrowserOutcome.TooBig;

/**
 * Ends a browser that is late or too big. Where the watch itself fails, the browser is ended too,
 * for nobody would end it later, and whoever waits for the page is told.
 */
final class BrowserWatch implements Runnable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Process process;
  private final LongSupplier memory;
  private final Runnable kill;
  private final BrowserSettings settings;
  private final long endsAt;
  private volatile @Nullable BrowserFailure outcome;
  private volatile @Nullable RuntimeException failure;

  /**
   * Watches nothing yet.
   *
   * @param memory bytes held now
   * @param kill ends the process and all it has started
   * @param endsAt by {@link System#nanoTime()}
   */
  BrowserWatch(
      Process process, LongSupplier memory, Runnable kill, BrowserSettings settings, long endsAt) {
    this.process = process;
    this.memory = memory;
    this.kill = kill;
    this.settings = settings;
    this.endsAt = endsAt;
  }

  /** Until the process has ended. */
  @Override
  public void run() {
    try {
      while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
      process.destroyForcibly();
    }
  }

  private void look() {
    if (System.nanoTime() - endsAt > 0) {
      kill(new TimedOut(settings.timeout()));
    } else if (memory.getAsLong() > settings.memory()) {
      kill(new TooBig("more than " + (settings.memory() >> 20) + " MB of memory"));
    }
  }

  private void kill(BrowserFailure why) {
    outcome = outcome == null ? why : outcome;
    kill.run();
  }

  boolean hasKilled() {
    return outcome != null || failure != null;
  }

  /**
   * Why it was ended from here, if it was.
   *
   * @throws IllegalStateException if the watch has failed: that says nothing about the page
   */
  Optional<BrowserFailure> killed() {
    if (failure != null) {
      throw new IllegalStateException("the watch over Chromium has failed", failure);
    }
    return Optional.ofNullable(outcome);
  }
}
