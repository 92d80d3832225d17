package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import signpost.web.browser.BrowserOutcome.TimedOut;
import signpost.web.browser.BrowserOutcome.TooBig;

class BrowserWatchTest {
  private static final BrowserSettings SETTINGS =
      new BrowserSettings(Path.of("/none"), true, Duration.ofSeconds(10), 1L << 20, 1, 1);

  private static BrowserWatch watched(Duration left, LongSupplier memory) throws IOException {
    Process process = new ProcessBuilder("sleep", "600").start();
    long endsAt = System.nanoTime() + left.toNanos();
    var watch = new BrowserWatch(process, memory, process::destroyForcibly, SETTINGS, endsAt);
    watch.run();
    process.onExit().join();
    assertThat(watch.hasKilled()).isTrue();
    return watch;
  }

  @Test
  void whatIsLateIsEnded() throws IOException {
    assertThat(watched(Duration.ofMillis(-1), () -> 0).killed())
        .contains(new TimedOut(Duration.ofSeconds(10)));
  }

  @Test
  void whatIsTooBigIsEnded() throws IOException {
    assertThat(watched(Duration.ofMinutes(10), () -> 2L << 20).killed())
        .contains(new TooBig("more than 1 MB of memory"));
  }

  @Test
  void whatNobodyCanWatchIsEndedAndThatIsTold() throws IOException {
    BrowserWatch watch =
        watched(
            Duration.ofMinutes(10),
            () -> {
              throw new IllegalStateException("no /proc");
            });

    assertThatThrownBy(watch::killed).hasStackTraceContaining("no /proc");
  }

  @Test
  void whatEndsByItselfWasNotEnded() throws IOException {
    Process process = new ProcessBuilder("true").start();
    var watch = new BrowserWatch(process, () -> 0, () -> {}, SETTINGS, Long.MAX_VALUE);

    watch.run();

    assertThat(watch.hasKilled()).isFalse();
    assertThat(watch.killed()).isEmpty();
  }
}
