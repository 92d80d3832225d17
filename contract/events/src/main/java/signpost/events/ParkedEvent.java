package signpost.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** A record that can never be handled, put aside with the reason. */
public sealed interface ParkedEvent extends Event {

  @Override
  default String topic() {
    return Topics.PARKED;
  }

  /**
   * {@code value} is the original value in Base64, or its beginning: what is parked is never as
   * large as a record may be.
   */
  record RecordParked(
      String originalTopic, String originalKey, String value, String reason, String by, Instant at)
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
    }

    /**
     * Puts a record aside.
     *
     * @param reason why it can never be handled, or never be sent
     * @param by the service that says so, as {@code notifier}
     */
    public static RecordParked of(WireRecord record, String reason, String by, Instant at) {
      byte[] value = record.value().orElse(new byte[0]);
      return new RecordParked(
          record.topic(),
          cut(record.key(), MOST_KEY),
          Base64.getEncoder()
              .encodeToString(Arrays.copyOf(value, Math.min(value.length, MOST_VALUE))),
          cut(reason, MOST_KEY),
          by,
          at);
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
}
