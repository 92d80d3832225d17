package signpost.events;

import java.util.Objects;

/** What came of reading a record. */
public sealed interface Decoded {

  /** An event we know. */
  record Known(Envelope envelope) implements Decoded {
    public Known {
      Objects.requireNonNull(envelope, "envelope");
    }
  }

  /** A tombstone: the key is gone from the topic. */
  record Removed(String topic, String key) implements Decoded {
    public Removed {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(key, "key");
    }
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
