package signpost.events;

import java.time.Instant;
import java.util.Objects;

/** A record that can never be handled, put aside with the reason. */
public sealed interface ParkedEvent extends Event {

  @Override
  default String topic() {
    return Topics.PARKED;
  }

  /** {@code value} is the original value in Base64. */
  record RecordParked(
      String originalTopic, String originalKey, String value, String reason, String by, Instant at)
      implements ParkedEvent {
    public RecordParked {
      Objects.requireNonNull(originalTopic, "originalTopic");
      Objects.requireNonNull(originalKey, "originalKey");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
      return originalKey;
    }
  }
}
