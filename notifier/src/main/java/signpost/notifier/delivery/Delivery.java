package signpost.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.notifier.message.Mail;
import signpost.notifier.message.MessageKind;

/**
 * A line of the ledger. {@code channel} is "email" or "shadow"; {@code nextAttemptAt} is by the
 * wall, {@code decidedAt} and {@code sentAt} by the clock.
 */
public record Delivery(
    String id,
    String owner,
    String channel,
    MessageKind kind,
    DeliveryState state,
    Optional<FailureReason> reason,
    int attempts,
    Instant nextAttemptAt,
    Instant decidedAt,
    Optional<Instant> sentAt,
    Mail mail,
    List<Told> told) {
  public Delivery {
    told = List.copyOf(told);
  }

  /** What the message says of one finding. {@code subject} is the URL or the host's origin. */
  public record Told(
      String guide, String finding, String subject, FindingKind kind, FindingState state) {}
}
