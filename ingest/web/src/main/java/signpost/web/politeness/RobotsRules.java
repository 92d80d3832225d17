package signpost.web.politeness;

import java.util.List;
import signpost.url.WebUrl;

/** Says whether a URL may be visited. */
public interface RobotsRules {
  RobotsVerdict check(WebUrl url);

  /** The sitemaps that the host names in what was last read of it; nothing is asked for. */
  default List<WebUrl> sitemaps(WebUrl url) {
    return List.of();
  }
}
