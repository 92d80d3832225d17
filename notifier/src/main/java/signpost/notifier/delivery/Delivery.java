package signpost.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.OutgoingMail;
import signpost.trace.CurrentSpan;

/**
 * A line of the ledger. {@code channel} is one of {@link DeliveryChannels}; {@code detail} is what
 * the receiver said, for ops; {@code nextAttemptAt} is by the wall, {@code decidedAt} and {@code
 * sentAt} by the clock; {@code trace} carries on the trace in which it was written.
 */
public record Delivery(
    String id,
    String owner,
    String channel,
    MessageKind kind,
    DeliveryState state,
    Optional<FailureReason> reason,
    String detail,
    int attempts,
    Instant nextAttemptAt,
    Instant decidedAt,
    Optional<Instant> sentAt,
    OutgoingMail mail,
    List<DeliveredFinding> told,
    Optional<String> trace) {
  public Delivery {
    told = List.copyOf(told);
  }

  /** A message that waits to be sent for the first time, written in the current span. */
  public static Delivery pending(
      Letterhead head,
      Instant wall,
      Instant clock,
      OutgoingMail mail,
      List<DeliveredFinding> told) {
    return new Delivery(
        head.id(),
        head.owner(),
        head.channel(),
        head.kind(),
        DeliveryState.PENDING,
        Optional.empty(),
        "",
        0,
        wall,
        clock,
        Optional.empty(),
        mail,
        told,
        CurrentSpan.get().traceparent());
  }

  /** Which message it is: the same for the same decision. */
  public record Letterhead(String id, String owner, String channel, MessageKind kind) {}

  /** What the message says of one finding. {@code subject} is the URL or the host's origin. */
  public record DeliveredFinding(
      String guide, String finding, String subject, FindingKind kind, FindingState state) {}
}
