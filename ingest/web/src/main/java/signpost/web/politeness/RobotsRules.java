package signpost.web.politeness;

import signpost.url.WebUrl;

/** Says whether a URL may be visited. */
public interface RobotsRules {
  RobotsVerdict check(WebUrl url);
}
