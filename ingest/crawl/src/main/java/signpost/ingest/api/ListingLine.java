package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;

/** A guide or a source as ops sees it, and how many pages are visited for its sake. */
@Serdeable
record ListingLine(String id, String title, int pages) {}
