package signpost.record.intake;

import java.time.Instant;
import java.util.Optional;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.WireRecord;

/**
 * A record that was put aside, without what it says, when it was handled after all, and when ops
 * dismissed it. {@code name} tells it from others of its topic that the same part put aside: its
 * place, or the id of the event that put it aside where it was never sent. {@code aside} is where
 * that event stands.
 */
public record ParkedRecord(
    String by,
    String topic,
    String name,
    String key,
    String reason,
    Instant at,
    RecordPlace aside,
    Optional<Instant> replayedAt,
    Optional<Instant> dismissedAt) {

  static ParkedRecord of(RecordParked parked, String name, RecordPlace aside) {
    return new ParkedRecord(
        parked.by(),
        parked.originalTopic(),
        name,
        parked.originalKey(),
        parked.reason(),
        parked.at(),
        aside,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether somebody still has to see to it. */
  public boolean isWaiting() {
    return replayedAt.isEmpty() && dismissedAt.isEmpty();
  }

  /** Whether a record that stands there now is the one that was put aside. */
  boolean names(WireRecord record) {
    return RecordParked.names(topic, key, record);
  }

  ParkedRecord replayed(Instant now) {
    return settled(Optional.of(now), dismissedAt);
  }

  ParkedRecord dismissed(Instant now) {
    return settled(replayedAt, Optional.of(now));
  }

  /** The same, put aside once more. What ops dismissed stays so while the reason is the same. */
  ParkedRecord again(ParkedRecord now) {
    return now.settled(
        Optional.empty(), now.reason.equals(reason) ? dismissedAt : Optional.empty());
  }

  private ParkedRecord settled(Optional<Instant> replayed, Optional<Instant> dismissed) {
    return new ParkedRecord(by, topic, name, key, reason, at, aside, replayed, dismissed);
  }
}
