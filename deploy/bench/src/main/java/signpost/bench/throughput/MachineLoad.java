package signpost.bench.throughput;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What else this machine was doing. */
final class MachineLoad {
  private MachineLoad() {}

  /** The average of the last minute, ours included. */
  static String now() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "%.1f", load);
  }
}
