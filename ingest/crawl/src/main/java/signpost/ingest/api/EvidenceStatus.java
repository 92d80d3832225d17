package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import signpost.evidence.EvidenceStore.EvidenceCount;

/**
 * How much is kept, and the most that may be, in bytes; {@code keep}: whether anything is added.
 * All is 0 while the folder cannot be opened.
 */
@Serdeable
record EvidenceStatus(boolean keep, int addresses, long captures, long bytes, long limit) {
  static EvidenceStatus of(boolean keep, Optional<EvidenceCount> count) {
    return count
        .map(it -> new EvidenceStatus(keep, it.addresses(), it.captures(), it.bytes(), it.limit()))
        .orElseGet(() -> new EvidenceStatus(keep, 0, 0, 0, 0));
  }
}
