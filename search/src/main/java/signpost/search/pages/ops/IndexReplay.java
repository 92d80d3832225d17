package signpost.search.pages.ops;

import jakarta.inject.Singleton;
import signpost.record.intake.ReplayOutcome;
import signpost.search.audit.Audited;
import signpost.search.intake.SearchIntake;

/** Has search handle again what it put aside, which is noted as what other parts do is. */
@Singleton
class IndexReplay {
  private final SearchIntake intake;

  IndexReplay(SearchIntake intake) {
    this.intake = intake;
  }

  /** What came of it, in the word that all parts have for it, and why. */
  record IndexReplayed(String outcome, String reason) {}

  @Audited("handle a record that was put aside")
  IndexReplayed replay(String topic, String place) {
    ReplayOutcome outcome = intake.replay(topic, place);
    return new IndexReplayed(outcome.wire(), outcome.reason());
  }
}
