package signpost.tools.finding;

import signpost.successor.SuccessorOutcome;
import signpost.url.WebUrl;

/** What came of the search for one address, in so many visits. */
public record FoundHome(WebUrl old, SuccessorOutcome outcome, int visits) {}
