package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import signpost.events.LinkHealth;
import signpost.events.RecordJson;
import signpost.ingest.frontier.DueLine;
import signpost.ingest.frontier.TargetKind;
import signpost.web.schedule.VisitHabit;
import signpost.web.schedule.VisitWords;

/** A target that is due; {@code health} by its one word, {@code why} what it is visited for. */
@Serdeable
record DueAnswer(
    String url, String host, Instant dueAt, String kind, Optional<String> health, String why) {

  static DueAnswer of(DueLine line) {
    return new DueAnswer(
        line.url(),
        line.host(),
        line.dueAt(),
        line.kind(),
        line.health().map(json -> RecordJson.read(json, LinkHealth.class).token()),
        VisitWords.of(
            line.habit()
                .map(json -> RecordJson.read(json, VisitHabit.class))
                .orElse(VisitHabit.NEW),
            line.placed(),
            !line.kind().equals(TargetKind.OUTLINK.name())));
  }
}
