package signpost.record.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.PostgresServer;
import signpost.record.store.JdbcConfig;
import signpost.record.store.UnusableDatabase;
import signpost.record.store.WholeDatabase;

/** A backup of SQLite in a PostgreSQL, and back. */
class BackupIT {
  @TempDir private Path folder;

  private String source() throws Exception {
    return SomeRows.filled(
        SomeRows.sqlite(folder.resolve("source.db")), "Croeso “ŵy” 🎈", "two\nlines", "");
  }

  @Test
  void rowsGoToPostgresAndBackUnchanged() throws Exception {
    String postgres = PostgresServer.empty();
    String target = SomeRows.sqlite(folder.resolve("target.db"));
    BackupManifest before = SomeRows.backup(source(), folder.resolve("one.zip"));
    SomeRows.restore(folder.resolve("one.zip"), postgres);
    BackupManifest between = SomeRows.backup(postgres, folder.resolve("two.zip"));
    SomeRows.restore(folder.resolve("two.zip"), target);
    BackupManifest after = SomeRows.backup(target, folder.resolve("three.zip"));

    assertThat(before.rows()).isEqualTo(3);
    assertThat(between.databases()).isEqualTo(before.databases());
    assertThat(after.databases()).isEqualTo(before.databases());
  }

  @Test
  void postgresGoesOnCountingBehindTheLastNumber() throws Exception {
    String postgres = PostgresServer.empty();
    SomeRows.backup(source(), folder.resolve("one.zip"));
    SomeRows.restore(folder.resolve("one.zip"), postgres);
    SomeRows.put(postgres, "the next");

    assertThat(SomeRows.asked(postgres, "SELECT MAX(id) FROM outbox")).isEqualTo("4");
  }

  @Test
  void rowThatPostgresCannotHoldIsNamedAndNothingIsRestored() throws Exception {
    String postgres = PostgresServer.empty();
    String source = source();
    SomeRows.put(source, "nul \0 within");
    SomeRows.backup(source, folder.resolve("one.zip"));

    assertThatThrownBy(() -> SomeRows.restore(folder.resolve("one.zip"), postgres))
        .isInstanceOf(UnusableBackup.class)
        .hasMessageContainingAll("cannot hold a row of the table outbox", "nul", "0x00");
    assertThat(
            SomeRows.asked(
                postgres, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()"))
        .isEqualTo("0");
  }

  @Test
  void whatOthersWriteMeanwhileIsNotOfTheBackup() throws Exception {
    String postgres = SomeRows.filled(PostgresServer.empty(), "one");
    try (BackupWriter writer = BackupWriter.begin(folder.resolve("one.zip"), SomeRows.AT);
        DatabaseSnapshot rows = DatabaseSnapshot.of(SomeRows.at(postgres))) {
      SomeRows.put(postgres, "later");
      assertThat(writer.add(rows).rows()).isOne();
    }
  }

  @Test
  void databaseThatSomebodyUsesIsRefused() throws Exception {
    String postgres = PostgresServer.empty();
    SomeRows.backup(source(), folder.resolve("one.zip"));
    try (Connection _ = DriverManager.getConnection(postgres)) {
      assertThatThrownBy(() -> SomeRows.restore(folder.resolve("one.zip"), postgres))
          .isInstanceOf(UnusableBackup.class)
          .hasMessageContainingAll("is in use (1 connections). Stop the record");
    }
  }

  @Test
  void databaseThatSomebodyElseLooksAtIsInUseToo() throws Exception {
    String postgres = PostgresServer.empty();
    SomeRows.run(postgres, "CREATE ROLE watcher LOGIN");
    SomeRows.backup(source(), folder.resolve("one.zip"));
    String watchers = postgres.replaceFirst("user=[^&]*", "user=watcher");
    try (Connection _ = DriverManager.getConnection(watchers);
        WholeDatabase ours = SomeRows.at(postgres);
        WholeDatabase theirs =
            WholeDatabase.open(SomeRows.SCHEMA, JdbcConfig.of(watchers, "watcher", ""))) {
      assertThat(ours.others()).isOne();
      assertThat(theirs.others()).isOne();
    }
  }

  @Test
  void numberThatIsNeitherWholeNorDoubleIsItsExactText() throws Exception {
    try (Connection connection = DriverManager.getConnection(PostgresServer.empty());
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("SELECT 9007199254740993.250::numeric, 5::smallint, 7::bigint")) {
      row.next();
      assertThat(RowLine.of(row, 3)).asString().isEqualTo("[\"9007199254740993.250\",5,7]");
    }
  }

  @Test
  void databaseWithoutRightsSaysSo() throws Exception {
    String postgres = PostgresServer.empty();
    SomeRows.run(postgres, "CREATE ROLE guest LOGIN");
    SomeRows.run(postgres, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    SomeRows.backup(source(), folder.resolve("one.zip"));
    String url = postgres.replaceFirst("user=[^&]*", "user=guest");
    try (BackupFile backup = BackupFile.open(folder.resolve("one.zip"))) {
      String version = backup.manifest().databases().getFirst().version();
      WholeDatabase guests = WholeDatabase.open(SomeRows.SCHEMA, JdbcConfig.of(url, "guest", ""));
      assertThatThrownBy(() -> DatabaseLoad.begin(guests, version))
          .isInstanceOf(UnusableDatabase.class)
          .hasMessageContaining("does not let us do this");
    }
  }
}
