package signpost.ingest.frontier;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/** One host as ops sees it; {@code pausedUntil} is empty for one that is paused until resumed. */
@Serdeable
public record HostLine(
    String host,
    int targets,
    int due,
    boolean paused,
    Optional<Instant> pausedUntil,
    Instant nextAllowedAt,
    Optional<Instant> visitedAt,
    Optional<String> lastOutcome,
    Optional<String> pace) {}
