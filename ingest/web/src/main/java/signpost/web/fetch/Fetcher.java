package signpost.web.fetch;

import java.util.Optional;
import signpost.url.WebUrl;

/** Visits one URL and says what came of it; never throws for what the web does. */
public interface Fetcher {
  FetchOutcome fetch(FetchRequest request);

  /** As {@link #fetch(FetchRequest)}, asking before each redirect is followed. */
  default FetchOutcome fetch(FetchRequest request, HopRule rule) {
    return fetch(request);
  }

  /** Whether a visit goes on to where a redirect leads. */
  @FunctionalInterface
  interface HopRule {
    /** What the visit ends with instead; empty if it goes on. */
    Optional<FetchOutcome> ending(WebUrl next);
  }
}
