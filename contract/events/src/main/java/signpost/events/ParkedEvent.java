package signpost.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** A record that could not be handled, put aside with the reason; and what became of it later. */
public sealed interface ParkedEvent extends Event {

  @Override
  default String topic() {
    return Topics.PARKED;
  }

  /**
   * {@code value} is the original value in Base64, or its beginning: what is parked is never as
   * large as a record may be. {@code place} says where the record stands in its topic, as {@code
   * partition|offset}; empty for one that was never sent.
   */
  record RecordParked(
      String originalTopic,
      String originalKey,
      String value,
      String reason,
      String by,
      Instant at,
      Optional<String> place)
      implements ParkedEvent {
    private static final int MOST_KEY = 500;
    private static final int MOST_VALUE = 256 * 1024;

    public RecordParked {
      Objects.requireNonNull(originalTopic, "originalTopic");
      Objects.requireNonNull(originalKey, "originalKey");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(place, "place");
    }

    /** Puts a record aside that was never sent. */
    public static RecordParked of(WireRecord record, String reason, String by, Instant at) {
      return of(record, Optional.empty(), reason, by, at);
    }

    /**
     * Puts a record aside.
     *
     * @param place where it stands in its topic
     * @param reason why it can never be handled, or never be sent
     * @param by the service that says so, as {@code notifier}
     */
    public static RecordParked of(
        WireRecord record, Optional<String> place, String reason, String by, Instant at) {
      byte[] value = record.value().orElse(new byte[0]);
      return new RecordParked(
          record.topic(),
          cut(record.key(), MOST_KEY),
          Base64.getEncoder()
              .encodeToString(Arrays.copyOf(value, Math.min(value.length, MOST_VALUE))),
          cut(reason, MOST_KEY),
          by,
          at,
          place);
    }

    /**
     * Whether a record that stands there now is the one of that topic and key which was put aside;
     * of one that stands damaged nobody can tell another.
     */
    public static boolean names(String originalTopic, String originalKey, WireRecord record) {
      return record.topic().equals(originalTopic)
          && (record.damage().isPresent() || cut(record.key(), MOST_KEY).equals(originalKey));
    }

    /** Short enough for an index, and without what a database refuses. */
    private static String cut(String text, int most) {
      return ShortenedText.to(most, text.replace('\0', '\u2400'));
    }

    @Override
    public String key() {
      return originalKey;
    }
  }

  /**
   * Ops have seen it, and nobody waits for it any more. {@code place} is where the record stands,
   * or the id of the event that put it aside, of one that was never sent.
   */
  record RecordDismissed(
      String originalTopic, String originalKey, String place, String by, Instant at)
      implements ParkedEvent {
    public RecordDismissed {
      Objects.requireNonNull(originalTopic, "originalTopic");
      Objects.requireNonNull(originalKey, "originalKey");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
      return originalKey;
    }
  }

  /** It was tried again where ops asked for it, and is handled now. */
  record RecordReplayed(
      String originalTopic, String originalKey, String place, String by, Instant at)
      implements ParkedEvent {
    public RecordReplayed {
      Objects.requireNonNull(originalTopic, "originalTopic");
      Objects.requireNonNull(originalKey, "originalKey");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }

    /**
     * Of a record that stands there.
     *
     * @param by the service that handled it, as {@code notifier}
     */
    public static RecordReplayed of(WireRecord record, String place, String by, Instant at) {
      return new RecordReplayed(
          record.topic(), RecordParked.cut(record.key(), RecordParked.MOST_KEY), place, by, at);
    }

    @Override
    public String key() {
      return originalKey;
    }
  }
}
