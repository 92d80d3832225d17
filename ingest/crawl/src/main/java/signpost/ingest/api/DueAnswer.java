package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import signpost.events.LinkHealth;
import signpost.events.RecordJson;
import signpost.ingest.frontier.DueLine;

/** A target that is due; {@code health} by its one word. */
@Serdeable
record DueAnswer(String url, String host, Instant dueAt, String kind, Optional<String> health) {

  static DueAnswer of(DueLine line) {
    return new DueAnswer(
        line.url(),
        line.host(),
        line.dueAt(),
        line.kind(),
        line.health().map(json -> RecordJson.read(json, LinkHealth.class).token()));
  }
}
