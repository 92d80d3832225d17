package signpost.ingest.frontier;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A page that could not be read well when it was visited last.
 *
 * @param reason {@code doubtful}, or a code such as {@code needs-browser} or {@code encrypted}
 * @param since when that reason holds
 * @param at when it was found last
 */
@Serdeable
public record UnreadLine(String page, String reason, String detail, Instant since, Instant at) {}
