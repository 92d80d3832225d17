package signpost.ingest.frontier;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/** One target as ops sees it. */
@Serdeable
public record DueLine(
    String url, String host, Instant dueAt, TargetKind kind, Optional<String> health) {}
