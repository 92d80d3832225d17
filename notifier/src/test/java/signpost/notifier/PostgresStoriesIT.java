package signpost.notifier;

import java.util.Map;
import signpost.kit.PostgresServer;

/** The stories on PostgreSQL. */
class PostgresStoriesIT extends StoriesContract {
  @Override
  Map<String, Object> database() {
    return Map.of("signpost.jdbc.url", PostgresServer.empty());
  }
}
