package signpost.ingest.frontier;

import java.time.Instant;
import java.util.Optional;

/** A target that is due; {@code health} as it is stored. */
public record DueLine(
    String url, String host, Instant dueAt, TargetKind kind, Optional<String> health) {}
