package signpost.kit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/**
 * How long the processor is at work on something, which is the same on a machine that has much else
 * to do; what never ends is ended.
 */
public final class WorkTime {
  private static final Duration FOR_EVER = Duration.ofMinutes(10);

  private WorkTime() {}

  public static Duration of(Executable work) {
    return assertTimeoutPreemptively(
        FOR_EVER,
        () -> {
          var threads = ManagementFactory.getThreadMXBean();
          long began = threads.getCurrentThreadCpuTime();
          work.execute();
          return Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
        });
  }
}
