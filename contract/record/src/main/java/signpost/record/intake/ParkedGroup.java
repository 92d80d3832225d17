package signpost.record.intake;

import java.time.Instant;
import signpost.record.Sha256;

/** Records that one part put aside for one reason and that wait, and when the last of them was. */
public record ParkedGroup(String by, String reason, long count, Instant latest) {
  static ParkedGroup of(ParkedRecord record) {
    return new ParkedGroup(record.by(), record.reason(), 1, record.at());
  }

  /** Both together. */
  ParkedGroup and(ParkedGroup other) {
    return new ParkedGroup(
        by, reason, count + other.count, latest.isAfter(other.latest) ? latest : other.latest);
  }

  /** The same without what was put aside later. */
  public ParkedGroup until(Instant then) {
    return new ParkedGroup(by, reason, count, then);
  }

  /** Names it, whatever characters its reason has: a digest of who put aside and why. */
  public String id() {
    return Sha256.of(by + "|" + reason);
  }
}
