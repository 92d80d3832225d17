package signpost.notifier.finding;

import java.time.Instant;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingKind;

/** What a confirmed event means for the findings of one subject. */
public sealed interface FindingSignal {
  String subject();

  FindingKind kind();

  /** Something is wrong from now on; for a page, it changed once more. */
  record ProblemBegan(
      String subject,
      FindingKind kind,
      boolean urgent,
      String summary,
      Explanation explanation,
      Instant since,
      FindingDetail detail)
      implements FindingSignal {}

  /** It is over; {@code quiet} when it only turned into something else. */
  record ProblemEnded(String subject, FindingKind kind, boolean quiet) implements FindingSignal {}
}
