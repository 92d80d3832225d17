package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;

/** A target by any of its spellings. */
@Serdeable
record TargetUrl(String url) {}
