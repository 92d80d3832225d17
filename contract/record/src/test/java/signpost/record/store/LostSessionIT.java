package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import signpost.kit.PostgresServer;
import signpost.record.TroubleCause;
import signpost.record.TroubleCause.CauseKind;

/** A writer that stood still within a transaction until PostgreSQL ended its session. */
class LostSessionIT {
  @Test
  void writerWhoseSessionWasEndedSaysThatTheDatabaseIsAwayAndTheNextWriteTakesAnother() {
    try (Database database = Databases.postgres(PostgresServer.empty())) {
      assertThatThrownBy(() -> database.write(handle -> afterItsSession(database, handle)))
          .satisfies(thrown ->
              assertThat(TroubleCause.of(thrown).kind()).isEqualTo(CauseKind.DATABASE_AWAY));
      assertThat(database.<Integer>write(LostSessionIT::session)).isPositive();
    }
  }

  /** PostgreSQL ends a session that does nothing within a transaction for so long. */
  private static int afterItsSession(Database database, Handle handle) {
    int mine = session(handle);
    handle.execute("SET idle_in_transaction_session_timeout = '50ms'");
    await().until(() -> database.<Boolean>read(other -> isGone(other, mine)));
    return session(handle);
  }

  private static int session(Handle handle) {
    return handle.select("SELECT pg_backend_pid()").mapTo(Integer.class).one();
  }

  private static boolean isGone(Handle handle, int session) {
    return handle
        .select("SELECT COUNT(*) = 0 FROM pg_stat_activity WHERE pid = ?", session)
        .mapTo(Boolean.class)
        .one();
  }
}
