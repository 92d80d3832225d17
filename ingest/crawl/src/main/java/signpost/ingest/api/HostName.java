package signpost.ingest.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A host by its origin, as {@code https://www.example.org}; {@code until}: how long it is to be
 * left alone, or nothing for until it is resumed.
 */
@Serdeable
record HostName(String host, @Nullable Instant until) {}
