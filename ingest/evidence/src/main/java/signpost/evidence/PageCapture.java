package signpost.evidence;

import java.time.Instant;
import signpost.url.CanonicalUrl;
import signpost.web.fetch.FetchOutcome.Answered;

/** What a watched address answered at one instant, and what had been told of it by then. */
public record PageCapture(CanonicalUrl address, Instant at, PageVersion version, Answered answer) {}
