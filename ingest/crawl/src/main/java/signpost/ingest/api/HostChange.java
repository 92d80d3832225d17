package signpost.ingest.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A host that is paused or resumed now; {@code before} says how it was, in a few words. */
@Serdeable
record HostChange(String host, @Nullable Instant until, String before) {}
