package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;

/** A guide or a source by its name in the catalogue. */
@Serdeable
record ListingId(String id) {}
