package signpost.notifier.decision;

import java.time.Instant;

/** Whether a group has had its first report. */
sealed interface FirstReport {
  record Given() implements FirstReport {}

  /** Only the owners of a guide get one. */
  record NotNeeded() implements FirstReport {}

  /** Until it is given nothing else is told. */
  record Due(boolean complete, Instant listedAt) implements FirstReport {}
}
