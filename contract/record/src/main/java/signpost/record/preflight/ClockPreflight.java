package signpost.record.preflight;

import java.time.Duration;
import java.time.Instant;

/** Compares this machine's clock with somebody else's. */
public final class ClockPreflight {
  private static final String EDGE = "clock";

  /** An answer's date is a whole second old, and has been on its way. */
  private static final Duration NEAR = Duration.ofSeconds(30);

  /** Certificates, tokens and links that end are misjudged by a clock that is so far off. */
  private static final Duration FAR = Duration.ofMinutes(5);

  private ClockPreflight() {}

  /**
   * How far the clocks are apart.
   *
   * @param whose whose clock {@code other} is, as "the database"
   */
  public static PreflightFinding compared(String whose, Instant other, Instant ours) {
    Duration apart = Duration.between(other, ours).abs();
    if (apart.compareTo(NEAR) <= 0) {
      return PreflightFinding.ok(EDGE, "It agrees with that of " + whose + ".");
    }
    String what =
        "It is %d s %s that of %s."
            .formatted(apart.toSeconds(), ours.isAfter(other) ? "ahead of" : "behind", whose);
    String remedy = "Let both follow a time server (timedatectl shows whether this one does).";
    return apart.compareTo(FAR) > 0
        ? PreflightFinding.wrong(EDGE, what, remedy)
        : PreflightFinding.warning(EDGE, what, remedy);
  }
}
