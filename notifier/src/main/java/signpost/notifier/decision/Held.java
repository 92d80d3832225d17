package signpost.notifier.decision;

import java.time.Instant;
import java.util.Optional;
import signpost.notifier.finding.Finding;

/** A finding that is not told now, why, and until when if time alone changes that. */
public record Held(String guide, Finding finding, HeldReason reason, Optional<Instant> until) {}
