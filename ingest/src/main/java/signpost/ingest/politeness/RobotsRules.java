package signpost.ingest.politeness;

import signpost.events.WebUrl;

/** Says whether a URL may be visited. */
public interface RobotsRules {
  RobotsVerdict check(WebUrl url);
}
