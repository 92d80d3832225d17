package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A capture, by the watched address and the second it was made. */
@Serdeable
record CaptureAddress(String url, Instant at) {}
