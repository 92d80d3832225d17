package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * How the crawl stands. {@code now} is the clock's time, {@code hostBudget} the most visits a day
 * to one host for the sake of changes.
 */
@Serdeable
record CrawlStatus(
    Instant now, long due, long leased, long unsent, Optional<Instant> nextDueAt, int hostBudget) {}
