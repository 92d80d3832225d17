package signpost.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What came of reading a record. */
public sealed interface DecodedRecord {

  /** An event we know. */
  record KnownEvent(Envelope envelope) implements DecodedRecord {
    public KnownEvent {
      Objects.requireNonNull(envelope, "envelope");
    }
  }

  /** A tombstone: the key is gone from the topic. It has no mark if an older Signpost wrote it. */
  record RemovedKey(String topic, String key, Optional<Mark> mark) implements DecodedRecord {
    public RemovedKey {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(mark, "mark");
    }

    public RemovedKey(String topic, String key) {
      this(topic, key, Optional.empty());
    }

    /** Where a tombstone stands among the events of its key, and when the key was taken away. */
    public record Mark(long sequence, Instant time) {}
  }

  /** A type from a newer Signpost: count it and go on. */
  record UnknownType(String type) implements DecodedRecord {
    public UnknownType {
      Objects.requireNonNull(type, "type");
    }
  }

  /** Never readable: park it, with the reason. */
  record Malformed(String reason) implements DecodedRecord {
    public Malformed {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
