package signpost.record.intake;

import java.time.Instant;
import java.util.Optional;
import signpost.events.ParkedEvent.RecordParked;

/**
 * A record that was put aside, when it was handled after all, and when ops dismissed it. {@code
 * name} tells it from others of its topic that the same part put aside: its place, or the id of the
 * event that put it aside where it was never sent.
 */
public record ParkedRecord(
    RecordParked parked, String name, Optional<Instant> replayedAt, Optional<Instant> dismissedAt) {

  /** Whether somebody still has to see to it. */
  public boolean isWaiting() {
    return replayedAt.isEmpty() && dismissedAt.isEmpty();
  }

  ParkedRecord replayed(Instant at) {
    return new ParkedRecord(parked, name, Optional.of(at), dismissedAt);
  }

  ParkedRecord dismissed(Instant at) {
    return new ParkedRecord(parked, name, replayedAt, Optional.of(at));
  }

  /** The same, put aside once more. What ops dismissed stays so while the reason is the same. */
  ParkedRecord again(RecordParked now) {
    boolean same =
        now.originalKey().equals(parked.originalKey()) && now.reason().equals(parked.reason());
    return new ParkedRecord(now, name, Optional.empty(), same ? dismissedAt : Optional.empty());
  }
}
