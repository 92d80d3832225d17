package signpost.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What came of reading a record. */
public sealed interface Decoded {

  /** An event we know. */
  record Known(Envelope envelope) implements Decoded {
    public Known {
      Objects.requireNonNull(envelope, "envelope");
    }
  }

  /** A tombstone: the key is gone from the topic. It has no mark if an older Signpost wrote it. */
  record Removed(String topic, String key, Optional<Mark> mark) implements Decoded {
    public Removed {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(mark, "mark");
    }

    public Removed(String topic, String key) {
      this(topic, key, Optional.empty());
    }

    /** Where a tombstone stands among the events of its key, and when the key was taken away. */
    public record Mark(long sequence, Instant time) {}
  }

  /** A type from a newer Signpost: count it and go on. */
  record UnknownType(String type) implements Decoded {
    public UnknownType {
      Objects.requireNonNull(type, "type");
    }
  }

  /** Never readable: park it, with the reason. */
  record Malformed(String reason) implements Decoded {
    public Malformed {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
