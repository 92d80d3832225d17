package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;

/** How many pages are due now and wait for their hosts' turns. */
@Serdeable
record QueuedCount(int pages) {}
