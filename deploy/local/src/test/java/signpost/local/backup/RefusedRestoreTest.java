package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.IngestRecord;
import signpost.kit.SmallDisk;
import signpost.local.LocalModule;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.DatabaseLoad;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.DataFolder;
import signpost.record.store.WholeDatabase;
import signpost.tools.CannotStartException;

/** A restore that cannot be done leaves nothing, and the next one can. */
class RefusedRestoreTest {
  private static final int KIB = 1 << 10;

  @TempDir private Path folder;

  private Machine machine(String name) {
    return Machine.in(folder.resolve(name));
  }

  @Test
  void smallDiskGetsAllRowsOrNothing() throws Exception {
    Map<String, String> all = Machine.tables(machine("large").restore(Machine.RELEASED));
    Path small = Files.createDirectory(folder.resolve("small"));
    int restored = 0;
    int refused = 0;
    for (int others = 0; others <= 2_800; others += 200) {
      try (SmallDisk _ = SmallDisk.over(small)) {
        Path filler = Files.write(small.resolve("others"), new byte[others * KIB]);
        Machine machine = Machine.in(small);
        if (isRestored(machine)) {
          Files.delete(filler);
          Path again = folder.resolve(others + ".zip");
          assertThat(Machine.tables(machine.backup(again).manifest())).isEqualTo(all);
          restored++;
        } else {
          assertThat(machine.files()).containsExactly("others");
          refused++;
        }
      }
    }
    assertThat(restored).isPositive();
    assertThat(refused).isPositive();
  }

  private static boolean isRestored(Machine machine) {
    try {
      machine.restore(Machine.RELEASED);
      return true;
    } catch (CannotStartException e) {
      assertThat(e).hasMessageContaining("full");
      return false;
    }
  }

  @Test
  void refusedRestoreIsNotInTheWayOfTheNext() throws Exception {
    Machine machine = machine("twice");
    Path newer = altered("\"version\" : \"16\"", "\"version\" : \"99\"");

    refused(machine, newer, "does not know");
    assertThat(machine.files()).isEmpty();
    assertThat(machine.restore(Machine.RELEASED).rows()).isPositive();
    assertThat(machine.files()).contains("ingest/ingest.db", "notifier/notifier.db");
  }

  @Test
  void killedRestoreIsNotInTheWayOfTheNext() throws Exception {
    Machine machine = machine("killed");
    for (String left :
        new String[] {
          "ingest/restoring/files/evidence/chain.txt",
          "ingest/restoring/database/ingest.db",
          "ingest/restoring/database/ingest.db-journal",
          "notifier/restoring/database/notifier.db",
          "restored.part/signpost.yml"
        }) {
      Path file = machine.folder().resolve(left);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "half");
    }
    machine.restore(Machine.RELEASED);

    assertThat(machine.files())
        .contains("ingest/ingest.db", "notifier/notifier.db")
        .noneMatch(it -> it.contains("restoring") || it.contains(".part"));
  }

  @Test
  void searchOfWhichTheBackupHoldsNothingBeginsAnewOrIsInTheWay() throws Exception {
    Machine machine = machine("filled");
    Path search = Files.createDirectories(machine.data(LocalModule.SEARCH));
    Path accounts = Files.writeString(search.resolve("search.db"), "accounts");
    assertThatThrownBy(() -> restoreAll(machine))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(search + " has something in it already (search.db)");
    assertThat(machine.files()).containsExactly("search/search.db");

    Files.delete(accounts);
    try (DataFolder _ = DataFolder.hold(search, "search")) {
      assertThatThrownBy(() -> restoreAll(machine))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining(search.toString());
    }
    assertThat(restoreAll(machine)).containsExactly("notifier", "ingest");
    assertThat(machine.files()).noneMatch(it -> it.startsWith("search/"));
  }

  /** Which parts were restored, of all three. */
  private static List<String> restoreAll(Machine machine) {
    List<KeptPart> all = new ArrayList<>(machine.parts());
    Map<String, Object> search =
        Map.of("signpost.data", machine.data(LocalModule.SEARCH).toString());
    all.addAll(KeptPart.of(Map.of(LocalModule.SEARCH, search), false));
    return MachineRestore.of(Machine.RELEASED, all, machine.folder()).parts().stream()
        .map(KeptPart::name)
        .toList();
  }

  @Test
  void fileThatWouldBeWrittenElsewhereIsRefused() throws Exception {
    Machine machine = machine("forged");

    refused(
        machine,
        altered("ingest/evidence/chain.txt", "ingest/../../chain.txt"),
        "would be written elsewhere");
    assertThat(machine.files()).isEmpty();
  }

  @Test
  void emptyTablesOfALaterVersionAreNotFilledAndThoseOfAnEarlierComeToIt() {
    WholeDatabase earlier = WholeDatabase.make(IngestRecord.SCHEMA, folder.resolve("earlier.db"));
    earlier.migrate("15");
    WholeDatabase later = WholeDatabase.make(IngestRecord.SCHEMA, folder.resolve("later.db"));
    later.migrate("16");

    DatabaseLoad.begin(earlier, "16").close();
    assertThatThrownBy(() -> DatabaseLoad.begin(later, "15"))
        .isInstanceOf(UnusableBackup.class)
        .hasMessageContaining("has the tables of version 16");
  }

  @Test
  void logOfADatabaseThatWasMovedAwayIsNotReadIntoTheRestoredOne() throws Exception {
    Path own = Files.createDirectories(folder.resolve("disk")).resolve("own.db");
    Machine machine =
        new Machine(folder.resolve("log"), Map.of(LocalModule.INGEST, "jdbc:sqlite:" + own));
    for (String left : List.of("own.db-wal", "own.db-shm", "own.db-journal")) {
      Path log = Files.writeString(own.resolveSibling(left), "old");
      refused(machine, Machine.RELEASED, "move away " + log);
      Files.delete(log);
    }
    machine.restore(Machine.RELEASED);
    assertThat(own).exists();
  }

  @Test
  void whatTheDiskOrAMoveThatWasKilledLeftIsNotInTheWay() throws Exception {
    Machine machine = machine("disk");
    Path ingest = Files.createDirectories(machine.data(LocalModule.INGEST));
    Files.createDirectory(ingest.resolve("lost+found"));
    Files.writeString(ingest.resolve("moving.zip"), "rows");
    Files.writeString(ingest.resolve("moving.zip.part"), "rows");
    machine.restore(Machine.RELEASED);

    assertThat(machine.files()).contains("ingest/ingest.db").noneMatch(it -> it.contains("moving"));
  }

  @Test
  void backupThatLiesWhereAMoveWouldLeaveItsOwnIsNotTakenAway() throws Exception {
    Machine machine = machine("own");
    Path ingest = Files.createDirectories(machine.data(LocalModule.INGEST));
    Path file = Files.copy(Machine.RELEASED, ingest.resolve("moving.zip"));
    Path full = Files.createDirectories(machine.data(LocalModule.NOTIFIER)).resolve("mine");
    Files.writeString(full, "mine");
    refused(machine, file, "has something in it already (mine)");
    assertThat(file).exists();

    Files.delete(full);
    machine.restore(file);
    assertThat(file).exists();
  }

  @Test
  void nameThatCannotBeMadeHereIsRefusedInASentence() throws Exception {
    Machine machine = machine("named");

    refused(
        machine,
        altered("ingest/evidence/chain.txt", "ingest/evidence/ch\\ud800in.txt"),
        "no file can be called");
    assertThat(machine.files()).isEmpty();
  }

  @Test
  void stopAmidTheLastStepsLeavesNothingInItsPlace() throws Exception {
    FileMoves moves = new FileMoves();
    Path one = Files.writeString(folder.resolve("one"), "1");
    Path two = Files.writeString(folder.resolve("two"), "2");
    Path place = Files.createDirectory(folder.resolve("place"));
    moves.move(one, place.resolve("one"));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> moves.move(two, place.resolve("two")))
          .isInstanceOf(ClosedByInterruptException.class);
      assertThat(moves.undo()).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(place).isEmptyDirectory();
    assertThat(one).exists();
    assertThat(two).exists();
  }

  @Test
  void whatWasPutInItsPlaceIsTakenBackWhereTheRestCannotBe() throws Exception {
    Machine machine = machine("halfway");
    KeptPart ingest = machine.part(LocalModule.INGEST);
    Files.createDirectories(ingest.folder());
    try (BackupFile backup = BackupFile.open(Machine.RELEASED)) {
      BackupManifest manifest = backup.manifest();
      try (RestoredPart part = RestoredPart.begin(ingest, manifest.databases().getLast())) {
        part.load(backup);
        part.complete(backup);
        part.settle();
        Path inTheWay = Files.createDirectory(ingest.folder().resolve("ingest.db"));
        assertThatThrownBy(part::put).isInstanceOf(IOException.class);
        assertThat(ingest.folder().resolve("evidence/chain.txt")).exists();
        assertThat(part.undo()).isEmpty();
        Files.delete(inTheWay);
      }
    }
    assertThat(machine.files()).isEmpty();
  }

  private Path altered(String from, String to) throws IOException {
    Path altered = folder.resolve("altered.zip");
    Files.copy(Machine.RELEASED, altered);
    try (FileSystem zip = FileSystems.newFileSystem(altered)) {
      Path manifest = zip.getPath("manifest.json");
      String text = Files.readString(manifest);
      assertThat(text).contains(from);
      Files.writeString(manifest, text.replace(from, to));
    }
    return altered;
  }

  private static void refused(Machine machine, Path file, String words) {
    assertThatThrownBy(() -> machine.restore(file))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(words);
  }
}
