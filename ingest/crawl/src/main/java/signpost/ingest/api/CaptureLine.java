package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import signpost.evidence.Memento;

/**
 * One capture: the page's revision by then, the trouble it was told to be in, and whether it is
 * only the last reading. {@code removed}: when it was taken out, and why.
 */
@Serdeable
record CaptureLine(
    Instant at,
    int revision,
    Optional<String> trouble,
    int status,
    String media,
    boolean last,
    Optional<String> removed) {
  static CaptureLine of(Memento it) {
    return new CaptureLine(
        it.at(),
        it.version().revision(),
        it.version().trouble(),
        it.status(),
        it.media(),
        it.held(),
        it.removed());
  }
}
