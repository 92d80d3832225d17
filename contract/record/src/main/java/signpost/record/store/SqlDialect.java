package signpost.record.store;

import java.util.Map;
import java.util.Optional;

/** What the two databases do not say alike. */
public enum SqlDialect {
  SQLITE(
      "",
      "INTEGER PRIMARY KEY AUTOINCREMENT",
      "CAST(strftime('%s', 'now') AS INTEGER) * 1000",
      "WITHOUT ROWID",
      "",
      "-- "),
  POSTGRESQL(
      " FOR UPDATE SKIP LOCKED",
      "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
      "CAST(EXTRACT(EPOCH FROM now()) AS BIGINT) * 1000",
      "",
      "-- ",
      "");

  private final String skipLocked;
  private final String identity;
  private final String now;
  private final String byKey;
  private final String sqlite;
  private final String postgresql;

  SqlDialect(
      String skipLocked,
      String identity,
      String now,
      String byKey,
      String sqlite,
      String postgresql) {
    this.skipLocked = skipLocked;
    this.identity = identity;
    this.now = now;
    this.byKey = byKey;
    this.sqlite = sqlite;
    this.postgresql = postgresql;
  }

  /** The dialect a JDBC URL asks for. */
  static SqlDialect of(String jdbcUrl) {
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
  public Optional<String> oneWriter(ModuleSchema schema) {
    return switch (this) {
      case SQLITE -> Optional.empty();
      case POSTGRESQL -> Optional.of(PostgresSession.oneWriter(schema.module()));
    };
  }

  /**
   * What migrations may name; a line that begins with {@code ${sqlite}} or {@code ${postgresql}} is
   * a comment to the other.
   */
  Map<String, String> placeholders() {
    return Map.of(
        "identity",
        identity,
        "now",
        now,
        "byKey",
        byKey,
        "sqlite",
        sqlite,
        "postgresql",
        postgresql);
  }
}
