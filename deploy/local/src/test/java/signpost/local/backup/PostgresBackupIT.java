package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.PostgresServer;
import signpost.local.LocalModule;
import signpost.notifier.NotifierRecord;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.DatabaseLoad;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.Database;
import signpost.record.store.JdbcConfig;
import signpost.record.store.ModuleSchema;
import signpost.record.store.WholeDatabase;
import signpost.search.SearchRecord;
import signpost.tools.CannotStartException;

/** What one machine kept, on a PostgreSQL, and moved from one to the other. */
class PostgresBackupIT {
  @TempDir private Path folder;

  private Machine onPostgres() {
    return new Machine(
        folder.resolve("postgres"),
        Map.of(
            LocalModule.INGEST, PostgresServer.empty(),
            LocalModule.NOTIFIER, PostgresServer.empty()));
  }

  @Test
  void releasedVersionsRowsAreRestoredAndUpgradedOnPostgres() {
    Machine machine = onPostgres();
    BackupManifest released = machine.restore(Machine.RELEASED);
    assertThat(Machine.tables(machine.backup(folder.resolve("same.zip")).manifest()))
        .isEqualTo(Machine.tables(released));
    for (KeptPart part : machine.parts()) {
      Database.open(part.schema(), part.jdbc().url(), "", "").close();
    }

    Upgraded.check(released, machine.backup(folder.resolve("now.zip")).manifest());
  }

  @Test
  void movedDatabaseHoldsTheSameRowsAndKnowsItsTopics() {
    Machine sqlite = Machine.in(folder.resolve("sqlite"));
    sqlite.restore(Machine.RELEASED);
    BackupManifest before = sqlite.backup(folder.resolve("before.zip")).manifest();
    KeptPart from = sqlite.part(LocalModule.NOTIFIER);
    KeptPart to = onPostgres().part(LocalModule.NOTIFIER);
    DatabaseSummary moved = DatabaseMove.copy(from.jdbc(), to, "0.1.0", Machine.AT);
    KeptPart back = Machine.in(folder.resolve("back")).part(LocalModule.NOTIFIER);
    DatabaseSummary again = DatabaseMove.copy(to.jdbc(), back, "0.1.0", Machine.AT);

    assertThat(moved).isEqualTo(again).isIn(before.databases());
  }

  @Test
  void restoreThatBringsNoRowsLeavesThePostgresAsItWas() throws Exception {
    String url = PostgresServer.empty();
    for (ModuleSchema schema : List.of(SearchRecord.SCHEMA, NotifierRecord.SCHEMA)) {
      JdbcConfig jdbc = JdbcConfig.of(url, "", "");
      DatabaseLoad.begin(WholeDatabase.open(schema, jdbc), "1").close();

      try (Connection connection = DriverManager.getConnection(url);
          ResultSet left =
              connection
                  .createStatement()
                  .executeQuery(
                      "SELECT (SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public')"
                          + " + (SELECT COUNT(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)")) {
        left.next();
        assertThat(left.getInt(1)).isZero();
      }
    }
  }

  @Test
  void whoConnectsToTheNewDatabaseMeanwhileIsSeenBeforeAnythingIsPutInItsPlace() throws Exception {
    KeptPart notifier = onPostgres().part(LocalModule.NOTIFIER);
    Files.createDirectories(notifier.folder());
    try (BackupFile backup = BackupFile.open(Machine.RELEASED)) {
      DatabaseSummary rows =
          backup.manifest().databases().stream()
              .filter(it -> it.module().equals("notifier"))
              .findFirst()
              .orElseThrow();
      try (RestoredPart part = RestoredPart.begin(notifier, rows);
          Connection _ = DriverManager.getConnection(notifier.jdbc().url())) {
        part.load(backup);
        assertThatThrownBy(part::settle)
            .isInstanceOf(UnusableBackup.class)
            .hasMessageContaining("is in use");
      }
    }
  }

  @Test
  void runningNotifierIsNotRestoredOverNorMovedAway() {
    Machine machine = onPostgres();
    KeptPart notifier = machine.part(LocalModule.NOTIFIER);
    try (Database running = Database.open(notifier.schema(), notifier.jdbc().url(), "", "")) {
      assertThat(running.schema()).isEqualTo(notifier.schema());
      assertThatThrownBy(() -> machine.restore(Machine.RELEASED))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("is in use");
      assertThatThrownBy(() ->
              DatabaseMove.copy(
                  notifier.jdbc(),
                  Machine.in(folder.resolve("to")).part(LocalModule.NOTIFIER),
                  "0.1.0",
                  Machine.AT))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("Stop the notifier");
    }
  }
}
