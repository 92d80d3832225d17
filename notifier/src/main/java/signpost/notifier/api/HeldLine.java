package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import signpost.notifier.decision.Held;
import signpost.notifier.store.WireName;

/** What an owner is not told now, and why. */
@Serdeable
record HeldLine(
    String guide, String subject, String kind, String reason, String why, Optional<Instant> until) {

  static HeldLine of(Held held) {
    return new HeldLine(
        held.guide(),
        held.finding().subject(),
        WireName.of(held.finding().kind()),
        WireName.of(held.reason()),
        held.reason().words(),
        held.until());
  }
}
