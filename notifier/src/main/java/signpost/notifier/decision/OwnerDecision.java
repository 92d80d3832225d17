package signpost.notifier.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.notifier.finding.Finding;
import signpost.notifier.message.MessageKind;

/**
 * What an owner is told now, when to think again if nothing happens before, and what is held back.
 */
public record OwnerDecision(
    List<DecidedMessage> tellings, Optional<Instant> next, List<Held> held) {
  public OwnerDecision {
    tellings = List.copyOf(tellings);
    held = List.copyOf(held);
  }

  /** One message. {@code guide} is empty for a digest, which speaks of all of them. */
  public record DecidedMessage(
      MessageKind kind, Optional<String> guide, List<DecidedFinding> items) {
    public DecidedMessage {
      items = List.copyOf(items);
    }
  }

  /**
   * A finding as told to a guide's owner. {@code newsAt} is since when there is something to tell;
   * {@code escalated} when somebody nearer to it did not answer.
   */
  public record DecidedFinding(
      String guide, Finding finding, Optional<ToldLog> told, Instant newsAt, boolean escalated) {}
}
