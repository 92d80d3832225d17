package signpost.web.politeness;

import java.util.Optional;

/** Keeps the last good copy of each origin's robots.txt, over restarts where it can. */
public interface RobotsStore {
  /** The copy of an origin such as {@code https://example.org}, however old. */
  Optional<StoredRobots> load(String origin);

  /** In place of the one before. */
  void save(StoredRobots robots);
}
