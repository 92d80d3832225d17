package signpost.ingest.visit;

import java.time.Instant;
import java.util.Optional;
import signpost.events.CanonicalUrl;
import signpost.ingest.frontier.TargetKind;

/**
 * What is known of a target before a visit's result is added. {@code judged} and {@code revised}
 * are the judge's and the reviser's own memories, {@code health} the public state as last told.
 */
record Known(
    CanonicalUrl url,
    TargetKind kind,
    boolean placed,
    Optional<String> source,
    int depth,
    Optional<String> health,
    Optional<String> judged,
    Optional<String> revised,
    Optional<Instant> fullAt) {}
