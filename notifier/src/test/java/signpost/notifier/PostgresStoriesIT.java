package signpost.notifier;

import java.util.Map;

/** The stories on PostgreSQL. */
class PostgresStoriesIT extends StoriesContract {
  @Override
  Map<String, Object> database() {
    return PostgresServer.empty();
  }
}
