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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.local.LocalModule;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.record.backup.BackupManifest;
import signpost.record.store.DataFolder;
import signpost.record.store.Database;
import signpost.tools.CannotStartException;

/** All that a machine keeps, backed up and restored, on SQLite. */
class MachineBackupTest {
  @TempDir private Path folder;

  private Machine machine(String name) {
    return Machine.in(folder.resolve(name));
  }

  @Test
  void restoredMachineIsTheOneThatWasBackedUp() throws Exception {
    Machine first = machine("first");
    first.restore(Machine.RELEASED);
    Files.writeString(first.catalogue().resolve("guide.yaml"), "guide: {}");
    BackupManifest backup = first.backup(folder).manifest();
    Machine second = machine("second");
    second.restore(folder.resolve("signpost-2026-11-29T160000Z.zip"));

    assertThat(backup.rows()).isGreaterThan(1000);
    assertThat(Machine.tables(second.backup(folder.resolve("again.zip")).manifest()))
        .isEqualTo(Machine.tables(backup));
    assertThat(second.files())
        .contains("ingest/ingest.db", "notifier/notifier.db", "ingest/evidence/chain.txt")
        .contains("restored/catalogue/guide.yaml")
        .noneMatch(it -> it.contains("restoring"));
    assertThat(second.folder().resolve("ingest/evidence/chain.txt"))
        .hasSameBinaryContentAs(first.folder().resolve("ingest/evidence/chain.txt"));
  }

  @Test
  void whoMaySignInIsRestoredToo() throws Exception {
    KeptPart before = search("before");
    Database.open(before.schema(), before.jdbc().url(), "", "").close();
    try (Connection connection = DriverManager.getConnection(before.jdbc().url())) {
      connection
          .createStatement()
          .executeUpdate("INSERT INTO account VALUES ('jo', 'OPERATOR', 'hash', 'secret', 7)");
    }
    Path file = folder.resolve("search.zip");
    MachineBackup.write(List.of(before), Optional.empty(), file, "0.1.0", Machine.AT);
    KeptPart after = search("after");
    MachineRestore.of(file, List.of(after), folder.resolve("after"));

    try (Connection connection = DriverManager.getConnection(after.jdbc().url());
        ResultSet account =
            connection.createStatement().executeQuery("SELECT name, last_step FROM account")) {
      assertThat(account.next()).isTrue();
      assertThat(account.getString(1)).isEqualTo("jo");
      assertThat(account.getLong(2)).isEqualTo(7);
    }
  }

  @Test
  void searchThatHasNotRunYetIsLeftOutUnlessItIsAskedFor() throws Exception {
    Machine machine = machine("old");
    machine.restore(Machine.RELEASED);
    KeptPart search = search("old");
    List<KeptPart> all = Stream.concat(machine.parts().stream(), Stream.of(search)).toList();
    Path file = folder.resolve("all.zip");
    WrittenBackup written = MachineBackup.write(all, Optional.empty(), file, "0.1.0", Machine.AT);
    Path again = folder.resolve("again");

    assertThat(written.leftOut()).singleElement().asString().startsWith("search, which has not");
    assertThat(search.jdbc().file().orElseThrow()).doesNotExist();
    assertThatThrownBy(() ->
            MachineBackup.write(
                List.of(search), Optional.empty(), folder.resolve("one.zip"), "0", Machine.AT))
        .hasMessageContaining("no database of the search");
    List<KeptPart> parts =
        Stream.concat(Machine.in(again).parts().stream(), Stream.of(search("again"))).toList();
    assertThat(MachineRestore.of(file, parts, again).parts())
        .extracting(KeptPart::name)
        .containsExactly("notifier", "ingest");
  }

  private KeptPart search(String name) throws Exception {
    Path data = Files.createDirectories(folder.resolve(name).resolve("search"));
    return KeptPart.of(
            Map.of(LocalModule.SEARCH, Map.of("signpost.data", (Object) data.toString())), false)
        .getFirst();
  }

  @Test
  void tablesOfAReleasedVersionComeToOurs() {
    Machine machine = machine("old");
    BackupManifest released = machine.restore(Machine.RELEASED);
    for (KeptPart part : machine.parts()) {
      Database.open(part.schema(), part.jdbc().url(), "", "").close();
    }
    BackupManifest now = machine.backup(folder).manifest();

    Upgraded.check(released, now);
  }

  /** Its migrations are known by their checksums: one that was altered since is refused. */
  @Test
  void databasesOfAReleasedVersionAreOpenedWithAllThatTheyHeld() throws Exception {
    for (KeptPart part : machine("released").parts()) {
      Path old = Machine.RELEASED.resolveSibling("0.1.0-" + part.schema().file());
      Path now = part.folder().resolve(part.schema().file());
      Files.createDirectories(part.folder());
      Files.copy(old, now);
      Database.open(part.schema(), part.jdbc().url(), "", "").close();

      Upgraded.check(old, now);
    }
  }

  @Test
  void machineThatRunsIsNotRestoredOver() throws Exception {
    Machine machine = machine("running");
    try (DataFolder _ = DataFolder.hold(machine.data(LocalModule.INGEST), "ingest")) {
      refused(machine, Machine.RELEASED, "Another ingest is using the folder");
    }
    assertThat(machine.files()).isEmpty();
  }

  @Test
  void folderWithSomethingInItIsRefusedAndNothingOfTheOthersRestored() throws Exception {
    Machine machine = machine("used");
    Files.createDirectories(machine.data(LocalModule.INGEST));
    Files.writeString(machine.data(LocalModule.INGEST).resolve("ingest.db"), "mine");

    refused(machine, Machine.RELEASED, "ingest has something in it already (ingest.db)");
    assertThat(machine.files()).containsExactly("ingest/ingest.db");
    assertThat(machine.data(LocalModule.INGEST).resolve("ingest.db")).hasContent("mine");
  }

  @Test
  void whatAnEndedRestoreLeftIsTakenAway() throws Exception {
    Machine machine = machine("ended");
    Path left = machine.data(LocalModule.INGEST).resolve("restoring/evidence");
    Files.createDirectories(left);
    Files.writeString(left.resolve("chain.txt"), "half");
    machine.restore(Machine.RELEASED);

    assertThat(machine.files()).noneMatch(it -> it.contains("restoring"));
  }

  @Test
  void topicsAreTakenForOthersSoThatTheyAreFilledAndReadAnew() throws Exception {
    Machine machine = machine("later");
    machine.restore(Machine.RELEASED);
    for (KeptPart part : machine.parts()) {
      try (Connection connection = DriverManager.getConnection(part.jdbc().url());
          ResultSet ids =
              connection.createStatement().executeQuery("SELECT DISTINCT id FROM known_topic")) {
        assertThat(ids.next()).isTrue();
        assertThat(ids.getString(1)).isEqualTo("restored");
        assertThat(ids.next()).isFalse();
      }
    }
  }

  @Test
  void backupOfNothingSaysWhereItLooked() {
    assertThatThrownBy(() -> machine("none").backup(folder))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContainingAll("no database of the notifier", "none/notifier/notifier.db");
    assertThat(folder).isEmptyDirectory();
  }

  private static void refused(Machine machine, Path file, String words) {
    assertThatThrownBy(() -> machine.restore(file))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(words);
  }
}
