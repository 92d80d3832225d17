package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;

/** A signed link's words. */
@Serdeable
record TokenLine(String token) {}
