package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;

/** A host by its origin, as {@code https://www.example.org}. */
@Serdeable
record HostName(String host) {}
