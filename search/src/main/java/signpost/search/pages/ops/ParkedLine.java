package signpost.search.pages.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import signpost.events.ParkedEvent.RecordParked;
import signpost.record.intake.ParkedRecord;

/**
 * A record that was put aside, as ops see it: {@code text} is what it says, or its beginning;
 * {@code place} is empty for one that was never sent, and so cannot be handled again; {@code name}
 * tells it from others.
 */
public record ParkedLine(
    String topic,
    String key,
    String text,
    String reason,
    String by,
    Instant at,
    String name,
    Optional<String> place,
    Optional<Instant> replayedAt,
    Optional<Instant> dismissedAt) {
  private static final int MOST_TEXT = 2_000;

  static ParkedLine of(ParkedRecord record) {
    RecordParked parked = record.parked();
    return new ParkedLine(
        parked.originalTopic(),
        parked.originalKey(),
        text(parked.value()),
        parked.reason(),
        parked.by(),
        parked.at(),
        record.name(),
        parked.place().filter(it -> !it.isEmpty()),
        record.replayedAt(),
        record.dismissedAt());
  }

  private static String text(String base64) {
    try {
      String whole = new String(Base64.getDecoder().decode(base64), UTF_8);
      return whole.length() > MOST_TEXT ? whole.substring(0, MOST_TEXT) + "…" : whole;
    } catch (IllegalArgumentException _) {
      return base64;
    }
  }

  /** Whether somebody still has to see to it. */
  public boolean isWaiting() {
    return replayedAt.isEmpty() && dismissedAt.isEmpty();
  }

  /** Whether a press can have it tried again. */
  public boolean canBeReplayed() {
    return place.isPresent() && replayedAt.isEmpty();
  }
}
