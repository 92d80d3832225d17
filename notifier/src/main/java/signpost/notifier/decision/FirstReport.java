package signpost.notifier.decision;

import java.time.Instant;

/** Whether a group has had its first report. */
sealed interface FirstReport {
  record Given() implements FirstReport {}

  /** The guide's own record is still on its way; until it is here nothing is told. */
  record Unlisted() implements FirstReport {}

  /** Only the owners of a guide get one. */
  record NotNeeded() implements FirstReport {}

  /** Until it is given nothing else is told. */
  record Due(boolean complete, Instant listedAt) implements FirstReport {
    Instant readyAt(Policy policy) {
      return listedAt.plus(complete ? policy.settling() : policy.firstReportAfter());
    }
  }
}
