package signpost.record.intake;

import signpost.events.Sha256;

/** Records that one part put aside for one reason and that wait. */
public record ParkedGroup(String by, String reason, long count) {
  static ParkedGroup of(ParkedRecord record) {
    return new ParkedGroup(record.by(), record.reason(), 1);
  }

  /** Both together. */
  ParkedGroup and(ParkedGroup other) {
    return new ParkedGroup(by, reason, count + other.count);
  }

  /** Names it, whatever characters its reason has: a digest of who put aside and why. */
  public String id() {
    return Sha256.of(by + "|" + reason);
  }
}
