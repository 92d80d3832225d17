package signpost.notifier;

import java.util.Map;

/** The stories on SQLite. */
class SqliteStoriesIT extends StoriesContract {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }
}
