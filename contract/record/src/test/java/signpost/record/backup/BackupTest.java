package signpost.record.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.SmallDisk;
import signpost.record.store.UnusableDatabase;

/** A backup of one SQLite database, and what is restored of it. */
class BackupTest {
  private static final String[] BODIES = {
    "Croeso i Gaerdydd — “ŵy” 🎈", "two\nlines\r\nand \u2028 three", "nul \0 within", ""
  };

  private static final int OTHERS = 65_534;

  @TempDir private Path folder;
  private Path file = Path.of("");
  private String source = "";
  private String target = "";

  @BeforeEach
  void fill() throws SQLException {
    file = folder.resolve("backup.zip");
    source = SomeRows.filled(SomeRows.sqlite(folder.resolve("source.db")), BODIES);
    target = SomeRows.sqlite(folder.resolve("target.db"));
  }

  @Test
  void restoredRowsAreThoseThatWereBackedUp() throws Exception {
    BackupManifest before = SomeRows.backup(source, file);
    SomeRows.restore(file, target);
    BackupManifest after = SomeRows.backup(target, folder.resolve("again.zip"));

    assertThat(before.rows()).isEqualTo(4);
    assertThat(after.databases()).isEqualTo(before.databases());
    assertThat(SomeRows.asked(target, "SELECT body FROM outbox WHERE id = 3")).isEqualTo(BODIES[2]);
  }

  @Test
  void bytesThatAreNoTextAreRestoredAsTheyWere() throws Exception {
    byte[] odd = {'a', (byte) 0xff, (byte) 0xc3, 0, 'z'};
    SomeRows.run(source, "UPDATE outbox SET body = CAST(? AS TEXT) WHERE id = 1", odd);
    SomeRows.run(source, "UPDATE outbox SET body = ? WHERE id = 2", odd);
    SomeRows.run(source, "UPDATE outbox SET headers = 1.5, sent_at = 9007199254740993");
    SomeRows.backup(source, file);
    SomeRows.restore(file, target);

    String bodies = "SELECT group_concat(typeof(body) || hex(body)) FROM outbox";
    assertThat(SomeRows.asked(target, bodies))
        .contains("text61FFC3007A,blob61FFC3007A")
        .isEqualTo(SomeRows.asked(source, bodies));
    assertThat(SomeRows.asked(target, "SELECT sent_at FROM outbox")).isEqualTo("9007199254740993");
  }

  @Test
  void whatIsWrittenMeanwhileIsOfTheNextBackup() throws Exception {
    try (BackupWriter writer = BackupWriter.begin(file, SomeRows.AT);
        DatabaseSnapshot rows = DatabaseSnapshot.of(SomeRows.at(source))) {
      SomeRows.put(source, "later");
      writer.add(rows);
      writer.finish("0.1.0");
    }

    assertThat(SomeRows.restore(file, target).rows()).isEqualTo(4);
    assertThat(SomeRows.asked(source, "SELECT COUNT(*) FROM outbox")).isEqualTo("5");
  }

  @Test
  void numberOfARowThatIsGoneIsNotGivenAgain() throws Exception {
    SomeRows.run(source, "DELETE FROM outbox WHERE id > 1");
    SomeRows.backup(source, file);
    SomeRows.restore(file, target);
    SomeRows.put(target, "the next");

    assertThat(SomeRows.asked(target, "SELECT MAX(id) FROM outbox")).isEqualTo("5");
  }

  @Test
  void backupIsForItsOwnerAlone() throws Exception {
    SomeRows.backup(source, file);

    ownersAlone(file);
  }

  private static void ownersAlone(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void halfABackupIsRefused() throws Exception {
    SomeRows.backup(source, file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    refused("no whole backup", "was cut");
  }

  @Test
  void alteredByteIsRefusedOrOfNoConsequence() throws Exception {
    BackupManifest before = SomeRows.backup(source, file);
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int at = 5; at < whole.length; at += 101) {
      byte[] altered = whole.clone();
      altered[at] ^= 4;
      Files.write(file, altered);
      refused += isRefused(before) ? 1 : 0;
      Files.deleteIfExists(folder.resolve("target.db"));
      Files.deleteIfExists(folder.resolve("again.zip"));
    }
    assertThat(refused).isGreaterThan(5);
  }

  /** A byte of a time in the file's own lists is of no consequence. */
  private boolean isRefused(BackupManifest before) throws IOException {
    try {
      SomeRows.restore(file, target);
    } catch (UnusableBackup _) {
      return true;
    }
    assertThat(SomeRows.backup(target, folder.resolve("again.zip")).databases())
        .isEqualTo(before.databases());
    return false;
  }

  @Test
  void databaseWithSomethingInItIsLeftAsItIs() throws Exception {
    SomeRows.backup(source, file);
    SomeRows.filled(target, "ours");

    refused("has something in it already", "outbox");
    assertThat(SomeRows.asked(target, "SELECT COUNT(*) || body FROM outbox")).isEqualTo("1ours");
  }

  @Test
  void tablesOfANewerVersionAreRefused() throws Exception {
    SomeRows.backup(source, file);
    alterManifest("\"version\" : \"1\"", "\"version\" : \"99\"");

    refused("version 99", "does not know");
  }

  @Test
  void databaseOfANewerVersionOrOfAnotherModuleIsNotBackedUp() throws Exception {
    for (String change : List.of("version = '99'", "checksum = 1", "description = 'frontier'")) {
      String other = SomeRows.filled(SomeRows.sqlite(folder.resolve(change + ".db")), "theirs");
      SomeRows.run(other, "UPDATE flyway_schema_history SET " + change);

      assertThatThrownBy(() -> SomeRows.backup(other, file))
          .isInstanceOf(UnusableDatabase.class)
          .hasMessageContaining("of a newer Signpost, or of another module");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void tableThatIsNotOursIsToldAndLeftOut() throws Exception {
    SomeRows.run(source, "CREATE TABLE notes (words TEXT)");
    try (DatabaseSnapshot rows = DatabaseSnapshot.of(SomeRows.at(source))) {
      assertThat(rows.others()).containsExactly("notes");
    }
    SomeRows.backup(source, file);

    assertThat(SomeRows.restore(file, target).rows()).isEqualTo(4);
  }

  @Test
  void backupWithoutOneOfTheTablesIsRefused() throws Exception {
    SomeRows.backup(source, file);
    alterManifest("\"name\" : \"outbox\"", "\"name\" : \"inbox\"");

    refused("other tables", "inbox", "outbox");
    assertThat(SomeRows.asked(target, "SELECT COUNT(*) FROM outbox")).isEqualTo("0");
  }

  @Test
  void manifestThatIsNotAsItWasWrittenIsRefused() throws Exception {
    SomeRows.backup(source, file);
    byte[] whole = Files.readAllBytes(file);
    int name = new String(whole, ISO_8859_1).lastIndexOf(BackupManifest.NAME);
    whole[name - 46 + 16] ^= 1; // of its CRC-32 in the list at the end
    Files.write(file, whole);

    refused("is damaged", BackupManifest.NAME);
  }

  @Test
  void secondBackupOfTheSameNameWaitsItsTurn() throws Exception {
    try (BackupWriter first = BackupWriter.begin(file, SomeRows.AT)) {
      assertThatThrownBy(() -> BackupWriter.begin(file, SomeRows.AT))
          .isInstanceOf(UnusableBackup.class)
          .hasMessageContaining("Another backup is writing");
      first.finish("0.1.0");
    }
    assertThat(folder.resolve("backup.zip.part")).doesNotExist();
    try (BackupFile backup = BackupFile.open(file)) {
      assertThat(backup.manifest().signpost()).isEqualTo("0.1.0");
    }
  }

  @Test
  void whatAnEndedBackupLeftOfTheSameNameIsOverwritten() throws Exception {
    Files.write(folder.resolve("backup.zip.part"), new byte[1 << 20]);
    SomeRows.backup(source, file);

    assertThat(SomeRows.restore(file, target).rows()).isEqualTo(4);
    ownersAlone(file);
  }

  @Test
  void diskThatBecomesFullAmidTheRowsIsTheReasonThatIsTold() throws Exception {
    for (int row = 0; row < 6; row++) {
      SomeRows.put(source, "a long text ".repeat(80_000));
    }
    SomeRows.backup(source, file);
    Path small = Files.createDirectory(folder.resolve("small"));
    try (SmallDisk _ = SmallDisk.over(small)) {
      assertThatThrownBy(() -> SomeRows.restore(file, SomeRows.sqlite(small.resolve("small.db"))))
          .isInstanceOf(UnusableDatabase.class)
          .hasMessageContaining("full");
    }
  }

  @Test
  void copyThatIsStoppedLeavesNothingBehind() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SomeRows.backup(source, file)).isInstanceOf(IOException.class);
    Thread.interrupted();

    assertThat(folder).isDirectoryNotContaining("glob:**backup.zip*");
  }

  @Test
  void fileWhoseNameCannotBeBroughtToTheDiskStaysWhereItWas() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place")).resolve("file");
    Files.writeString(file, "mine");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> OwnersFile.move(file, place))
          .isInstanceOf(ClosedByInterruptException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file).hasContent("mine");
    assertThat(place).doesNotExist();
  }

  @Test
  void rootReadsADatabaseAndLeavesAllBesideItToItsOwner() throws Exception {
    Path database = folder.resolve("source.db");
    assumeTrue(isGivenAway(database), "only root may give a file away");
    try (DatabaseSnapshot _ = DatabaseSnapshot.of(SomeRows.at(source));
        Stream<Path> all = Files.list(folder)) {
      assertThat(all.filter(it -> it.getFileName().toString().startsWith("source.db-")))
          .isNotEmpty()
          .allSatisfy(it -> assertThat(Files.getAttribute(it, "unix:uid")).isEqualTo(OTHERS));
    }
  }

  private static boolean isGivenAway(Path file) throws IOException {
    try {
      Files.setAttribute(file, "unix:uid", OTHERS);
      return true;
    } catch (FileSystemException _) {
      return false;
    }
  }

  @Test
  void rowsThatAreNotTheManifestsAreRefused() throws Exception {
    SomeRows.backup(source, file);
    alterManifest("\"rows\" : 4", "\"rows\" : 5");

    refused("is damaged", "outbox");
    assertThat(SomeRows.asked(target, "SELECT COUNT(*) FROM outbox")).isEqualTo("0");
  }

  @Test
  void fullDiskLeavesNothingBehind() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    try (SmallDisk disk = SmallDisk.over(small)) {
      disk.fill();
      assertThatThrownBy(() -> SomeRows.backup(source, small.resolve("backup.zip")))
          .hasStackTraceContaining("No space left");
      assertThat(small.resolve("backup.zip")).doesNotExist();
      assertThat(small.resolve("backup.zip.part")).doesNotExist();
    }
  }

  @Test
  void fileThatIsThereIsNotOverwritten() throws Exception {
    Files.writeString(file, "mine");

    assertThatThrownBy(() -> SomeRows.backup(source, file)).hasMessageContaining("there already");
    assertThat(file).hasContent("mine");
  }

  private void alterManifest(String from, String to) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path manifest = zip.getPath(BackupManifest.NAME);
      String text = Files.readString(manifest);
      assertThat(text).contains(from);
      Files.writeString(manifest, text.replace(from, to));
    }
  }

  private void refused(String... words) {
    assertThatThrownBy(() -> SomeRows.restore(file, target))
        .isInstanceOf(UnusableBackup.class)
        .hasMessageContainingAll(words);
  }
}
