package signpost.local.mailbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One item of one mail: what its owner was told, about what, and when by the demo's clock. */
public record Told(Telling telling, String kind, String subject, Instant at) {
  /** Why it is in the mail. */
  public enum Telling {
    OPENED,
    REOPENED,
    RESOLVED,
    /** Repeated by a first report or a digest. */
    LISTED
  }

  /** Reads {@code opened broken https://…}; empty when it is something else. */
  static Optional<Told> parse(String header, Instant at) {
    String[] words = header.strip().split("\\s+", 3);
    if (words.length != 3) {
      return Optional.empty();
    }
    for (Telling telling : Telling.values()) {
      if (telling.name().toLowerCase(Locale.ROOT).equals(words[0])) {
        return Optional.of(new Told(telling, words[1], words[2], at));
      }
    }
    return Optional.empty();
  }
}
