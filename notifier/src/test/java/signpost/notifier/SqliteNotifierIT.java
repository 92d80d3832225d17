package signpost.notifier;

import java.util.Map;

/** The notifier on SQLite. */
class SqliteNotifierIT extends NotifierContract {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }
}
