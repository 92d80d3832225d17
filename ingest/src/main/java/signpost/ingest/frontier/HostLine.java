package signpost.ingest.frontier;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/** One host as ops sees it. */
@Serdeable
public record HostLine(
    String host,
    int targets,
    int due,
    boolean paused,
    Instant nextAllowedAt,
    Optional<Instant> visitedAt,
    Optional<String> lastOutcome,
    Optional<String> pace) {}
