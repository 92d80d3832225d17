package signpost.search.pages.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import signpost.events.ParkedEvent.RecordParked;
import signpost.record.intake.ParkedPage.ShownRecord;
import signpost.record.intake.ParkedRecord;

/**
 * A record that was put aside, as ops see it: {@code text} is what it says, or its beginning, where
 * that is still known; {@code place} is empty for one that was never sent, and so cannot be handled
 * again.
 */
public record ParkedLine(ParkedRecord record, Optional<String> text, Optional<String> place) {
  private static final int MOST_TEXT = 2_000;

  static ParkedLine of(ShownRecord shown) {
    return new ParkedLine(
        shown.record(),
        shown.parked().map(it -> text(it.value())),
        shown.parked().flatMap(RecordParked::place).filter(it -> !it.isEmpty()));
  }

  private static String text(String base64) {
    try {
      String whole = new String(Base64.getDecoder().decode(base64), UTF_8);
      return whole.length() > MOST_TEXT ? whole.substring(0, MOST_TEXT) + "…" : whole;
    } catch (IllegalArgumentException _) {
      return base64;
    }
  }

  /** Whether a press can have it tried again. */
  public boolean canBeReplayed() {
    return place.isPresent() && record.replayedAt().isEmpty();
  }
}
