package signpost.notifier;

import java.util.Map;
import signpost.kit.PostgresServer;

/** The notifier on PostgreSQL. */
class PostgresNotifierIT extends NotifierContract {
  @Override
  Map<String, Object> database() {
    return Map.of("signpost.jdbc.url", PostgresServer.empty());
  }
}
