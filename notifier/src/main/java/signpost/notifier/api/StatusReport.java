package signpost.notifier.api;

import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.catalogue.CatalogueProblem;
import signpost.notifier.backlog.NotifierBacklog;
import signpost.notifier.delivery.SenderLoop;
import signpost.notifier.delivery.SmtpConfig;
import signpost.notifier.intake.NotifierIntake;
import signpost.notifier.owner.Owners;
import signpost.notifier.telling.DecisionLoop;
import signpost.notifier.telling.DecisionRun;

/** Collects how the notifier is. */
@Singleton
final class StatusReport {
  private final NotifierBacklog backlog;
  private final SmtpConfig smtp;
  private final DecisionRun decisions;
  private final DecisionLoop deciding;
  private final SenderLoop sending;
  private final NotifierIntake intake;
  private final Owners owners;

  StatusReport(
      NotifierBacklog backlog,
      SmtpConfig smtp,
      DecisionRun decisions,
      DecisionLoop deciding,
      SenderLoop sending,
      NotifierIntake intake,
      Owners owners) {
    this.backlog = backlog;
    this.smtp = smtp;
    this.decisions = decisions;
    this.deciding = deciding;
    this.sending = sending;
    this.intake = intake;
    this.owners = owners;
  }

  StatusAnswer now() {
    long lag = backlog.lag();
    return new StatusAnswer(
        telling(),
        intake.connected(),
        deciding.isWell(),
        sending.isWell(),
        lag == NotifierIntake.UNKNOWN ? Optional.empty() : Optional.of(lag),
        backlog.undelivered(),
        backlog.nextWakeAt(),
        owners.problems().stream().map(CatalogueProblem::toString).toList());
  }

  private String telling() {
    if (!smtp.isConfigured()) {
      return "files";
    }
    return decisions.isShadow() ? "shadow" : "mail";
  }
}
