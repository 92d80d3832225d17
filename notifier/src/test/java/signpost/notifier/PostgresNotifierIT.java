package signpost.notifier;

import java.util.Map;

/** The notifier on PostgreSQL. */
class PostgresNotifierIT extends NotifierContract {
  @Override
  Map<String, Object> database() {
    return PostgresServer.empty();
  }
}
