package signpost.search.pages.ops;

import jakarta.inject.Singleton;
import signpost.record.intake.ParkedExtent;
import signpost.record.intake.ParkedGroup;
import signpost.record.intake.ReplayOutcome;
import signpost.search.audit.Audited;
import signpost.search.intake.ParkedDismissal;
import signpost.search.intake.SearchIntake;

/** What search itself does about records that were put aside, noted as what other parts do is. */
@Singleton
class ParkedActs {
  private final SearchIntake intake;
  private final ParkedDismissal dismissal;

  ParkedActs(SearchIntake intake, ParkedDismissal dismissal) {
    this.intake = intake;
    this.dismissal = dismissal;
  }

  /** What came of it, in the word that all parts have for it, and why. */
  record ParkedOutcome(String outcome, String reason) {}

  /** Has search handle again what it put aside. */
  @Audited("handle a record that was put aside")
  ParkedOutcome replay(String topic, String place, String aside) {
    ReplayOutcome outcome = intake.replay(topic, place, aside);
    return new ParkedOutcome(outcome.wire(), outcome.reason());
  }

  /**
   * Writes down that a record which any part put aside needs nobody any more.
   *
   * @param aside where the event stands that put it aside: what was put aside since is another
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  @Audited("dismiss a record that was put aside")
  ParkedOutcome dismiss(String by, String topic, String name, String aside) {
    return new ParkedOutcome(
        dismissal.dismiss(by, topic, name, aside) ? "dismissed" : "unknown", "");
  }

  /**
   * Writes the same down of all that wait for one reason, as they were shown.
   *
   * @param seen how far the topic was read for that
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  @Audited(value = "dismiss all records that were put aside for one reason", hidden = "seen")
  ParkedOutcome dismissAll(ParkedGroup group, ParkedExtent seen) {
    ParkedDismissal.DismissedGroup dismissed = dismissal.dismiss(group, seen);
    return dismissed.count() == 0
        ? new ParkedOutcome("unknown", "")
        : new ParkedOutcome(
            dismissed.ofMore() ? "some-dismissed" : "all-dismissed",
            "%,d".formatted(dismissed.count()));
  }
}
