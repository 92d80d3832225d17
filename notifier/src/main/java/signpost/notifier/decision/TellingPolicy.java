package signpost.notifier.decision;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When what is told. A first report waits {@code settling} for odd things to be looked at twice,
 * and {@code firstReportAfter} at most for what has not been checked; {@code escalation} is how
 * long a nearer owner has to answer before the guide's owner is told.
 */
public record TellingPolicy(
    Duration debounce,
    int immediatePerDay,
    LocalTime digestAt,
    Duration firstReportAfter,
    Duration settling,
    Duration escalation) {

  /** For machines: everything, and nothing waits for company. */
  public TellingPolicy forMachines() {
    return new TellingPolicy(
        Duration.ZERO, Integer.MAX_VALUE, digestAt, firstReportAfter, settling, escalation);
  }
}
