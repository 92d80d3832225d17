package signpost.web.politeness;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Forgets with the process: for one-shot visits and tests. */
public final class RobotsInMemory implements RobotsStore {
  private final Map<String, StoredRobots> copies = new ConcurrentHashMap<>();

  @Override
  public Optional<StoredRobots> load(String origin) {
    return Optional.ofNullable(copies.get(origin));
  }

  @Override
  public void save(StoredRobots robots) {
    copies.put(robots.origin(), robots);
  }
}
