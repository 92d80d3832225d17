package signpost.notifier.decision;

import java.time.Instant;

/** Whether a group has had its first report. */
public sealed interface FirstReport {
  /** It was given: whatever is new is told by itself. */
  record FirstReportGiven() implements FirstReport {}

  /** The guide's own record is still on its way; until it is here nothing is told. */
  record GuideUnlisted() implements FirstReport {}

  /** Only the owners of a guide get one. */
  record NotNeeded() implements FirstReport {}

  /** Until it is given nothing else is told. */
  record FirstReportDue(boolean complete, Instant listedAt) implements FirstReport {
    Instant readyAt(TellingPolicy policy) {
      return listedAt.plus(complete ? policy.settling() : policy.firstReportAfter());
    }
  }
}
