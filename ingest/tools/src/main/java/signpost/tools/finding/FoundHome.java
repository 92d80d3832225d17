package signpost.tools.finding;

import signpost.url.WebUrl;
import signpost.web.successor.SuccessorOutcome;

/** What came of the search for one address, in so many visits. */
record FoundHome(WebUrl old, SuccessorOutcome outcome, int visits) {}
