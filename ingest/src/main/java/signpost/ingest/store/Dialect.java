package signpost.ingest.store;

import java.util.Map;
import java.util.Optional;
import signpost.record.PostgresSession;

/** What the two databases do not say alike. */
public enum Dialect {
  SQLITE("", "INTEGER PRIMARY KEY AUTOINCREMENT"),
  POSTGRESQL(" FOR UPDATE SKIP LOCKED", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");

  private final String skipLocked;
  private final String identity;

  Dialect(String skipLocked, String identity) {
    this.skipLocked = skipLocked;
    this.identity = identity;
  }

  /** The dialect a JDBC URL asks for. */
  static Dialect of(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (jdbcUrl.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "signpost.jdbc.url must start with jdbc:sqlite: or jdbc:postgresql:, not " + jdbcUrl);
  }

  /** Ends a SELECT so that two processes never take the same rows; SQLite has one writer anyway. */
  public String skipLocked() {
    return skipLocked;
  }

  /** What a transaction that writes says first; SQLite has one writer anyway. */
  Optional<String> oneWriter() {
    return switch (this) {
      case SQLITE -> Optional.empty();
      case POSTGRESQL -> Optional.of(PostgresSession.oneWriter("ingest"));
    };
  }

  Map<String, String> placeholders() {
    return Map.of("identity", identity);
  }
}
