package signpost.ingest.frontier;

import java.time.Instant;
import java.util.Optional;

/** One target as ops sees it. */
public record DueLine(
    String url, String host, Instant dueAt, TargetKind kind, Optional<String> health) {}
