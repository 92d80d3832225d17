package signpost.record.store;

import java.time.Duration;
import java.util.Map;

/**
 * Settings for connections to PostgreSQL, so that neither a stopped process nor a server that
 * vanished blocks others for ever.
 */
public final class PostgresSession {
  /** The driver's own settings; a server that says nothing for so long is taken to be gone. */
  public static final Map<String, String> DRIVER =
      Map.of("tcpKeepAlive", "true", "socketTimeout", "180");

  /** Said first on each connection. */
  public static final String START =
      "SET lock_timeout = '120s'; SET idle_in_transaction_session_timeout = '60s'";

  /** How long a process that starts waits for the migrations of another. */
  public static final Duration MIGRATED_WITHIN = Duration.ofHours(1);

  private PostgresSession() {}

  /**
   * Said first in each transaction that writes. Processes of one module write one after another, as
   * they would to a SQLite file: then it does not matter in which order each locks its rows.
   */
  public static String oneWriter(String module) {
    return "SELECT pg_advisory_xact_lock(hashtextextended('signpost write " + module + "', 0))";
  }
}
