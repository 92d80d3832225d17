package signpost.record.intake;

import java.time.Instant;
import java.util.Optional;
import signpost.events.ParkedEvent.RecordParked;

/** A record that was put aside, and when it was handled after all. */
public record ParkedRecord(RecordParked parked, Optional<Instant> replayedAt) {}
