package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;
import signpost.kit.StartedProcess;
import signpost.local.LocalModule;
import signpost.local.MachineFolder;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.FileSummary;
import signpost.record.backup.BackupWriter;
import signpost.record.store.DataFolder;
import signpost.tools.CannotStartException;

/** Which files are in a backup, and as what they come back. */
class BackedUpFilesTest {
  /** Of Linux: a file that nobody may read, root neither, and one that fails when it is read. */
  private static final Path SHUT = Path.of("/proc/sys/vm/compact_memory");

  private static final Path FAILING = Path.of("/proc/self/mem");

  @TempDir private Path folder;

  private Machine released() {
    Machine machine = Machine.in(folder.resolve("machine"));
    machine.restore(Machine.RELEASED);
    return machine;
  }

  @Test
  void readingThatIsReplacedWhileOthersAreCopiedIsCopiedAsTheNext() throws Exception {
    CopiedFile gone = new CopiedFile("held/one-a", folder.resolve("one-a"), EvidenceCopy.WHOLE);
    CopiedFile next = whole("held/one-b", "one-b");
    CopiedFile other = whole("held/two", "two");
    Deque<List<CopiedFile>> seen =
        new ArrayDeque<>(List.of(List.of(gone, other), List.of(next, other)));
    try (BackupWriter writer = BackupWriter.begin(folder.resolve("some.zip"), Machine.AT)) {
      new FileCopies(writer).addAll(seen::pop);

      assertThat(writer.finish("0.1.0").files())
          .extracting(FileSummary::name)
          .containsExactly("held/two", "held/one-b");
    }
  }

  private CopiedFile whole(String name, String file) throws IOException {
    return new CopiedFile(name, Files.writeString(folder.resolve(file), name), EvidenceCopy.WHOLE);
  }

  @Test
  void evidenceThatIsDamagedIsCopiedAsItIsFoundAndToldOf() throws Exception {
    Machine machine = released();
    Path evidence = machine.data(LocalModule.INGEST).resolve("evidence");
    Path chain = evidence.resolve("chain.txt");
    Path records = evidence.resolve("2026-09-08-0001.warc.gz");
    byte[] lines = Files.readAllBytes(chain);
    byte[] whole = Files.readAllBytes(records);

    Files.write(records, List.of("short"));
    foundAs(machine, "2026-09-08-0001.warc.gz has 6 bytes and should have 6,745");
    Files.delete(records);
    foundAs(machine, "2026-09-08-0001.warc.gz has 0 bytes and should have 6,745");
    Files.write(records, whole);
    Files.write(evidence.resolve(records.getFileName() + ".new"), whole);
    foundAs(machine, "a removal from 2026-09-08-0001.warc.gz was begun and not finished");
    Files.delete(evidence.resolve(records.getFileName() + ".new"));
    Files.writeString(chain, Files.readString(chain).replaceFirst("\n", "\n?"));
    foundAs(machine, "line 2 of chain.txt is not as it was written");
    Files.write(chain, lines);
    assertThat(machine.backup(folder.resolve("whole.zip")).manifest().faults()).isEmpty();
  }

  @Test
  void evidenceThatCannotBeReadAtAllIsToldOf() throws Exception {
    Machine machine = released();
    Path evidence = machine.data(LocalModule.INGEST).resolve("evidence");
    Files.delete(evidence.resolve("chain.txt"));
    Files.createSymbolicLink(evidence.resolve("chain.txt"), SHUT);
    BackupManifest backup = machine.backup(folder.resolve("shut.zip")).manifest();
    Files.delete(evidence.resolve("chain.txt"));

    assertThat(backup.faults())
        .hasSize(2)
        .anyMatch(it -> it.contains("evidence damaged: this user may not read or write"))
        .anyMatch(it -> it.startsWith("left out: ") && it.contains("chain.txt"));
    assertThat(backup.files())
        .extracting(FileSummary::name)
        .contains("ingest/evidence/2026-09-08-0001.warc.gz");
  }

  /** Whatever is wrong with it, the rows are in the backup, and every file comes back as it is. */
  private void foundAs(Machine machine, String words) throws IOException {
    Path file = folder.resolve("damaged.zip");
    BackupManifest backup = machine.backup(file).manifest();
    assertThat(backup.faults()).singleElement().asString().contains("evidence damaged: " + words);
    assertThat(backup.databases()).hasSize(2).allMatch(it -> it.rows() > 0);
    Machine again = Machine.in(folder.resolve("again"));
    again.restore(file);
    Path found = machine.data(LocalModule.INGEST).resolve("evidence");
    Path restored = again.data(LocalModule.INGEST).resolve("evidence");
    try (Stream<Path> all = Files.list(found)) {
      assertThat(all.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              it -> assertThat(restored.resolve(it.getFileName())).hasSameBinaryContentAs(it));
    }
    Files.delete(file);
    RestoredPart.remove(again.folder());
  }

  @Test
  void whatCannotBeReadIsToldAndTheOthersAreBackedUp() throws Exception {
    Machine machine = released();
    Path guides = machine.catalogue();
    Files.writeString(guides.resolve("rent.yaml"), "guide: {}");
    Files.createSymbolicLink(guides.resolve("shut.yaml"), SHUT);
    Files.createSymbolicLink(guides.resolve("failing.yaml"), FAILING);
    run("printf x > \"$1/$(printf 't\\377.yaml')\"", guides);
    Path deep = deepFolder(guides);
    WrittenBackup written = machine.backup(folder.resolve("some.zip"));
    Files.move(deep, folder.resolve("deep"));
    Files.delete(guides.resolve("shut.yaml"));
    Files.delete(guides.resolve("failing.yaml"));

    assertThat(written.manifest().files())
        .extracting(FileSummary::name)
        .contains("catalogue/rent.yaml")
        .noneMatch(it -> it.endsWith("shut.yaml"));
    assertThat(written.manifest().faults())
        .hasSize(4)
        .anyMatch(it -> it.contains("shut.yaml (this user may not read or write"))
        .anyMatch(it -> it.contains("failing.yaml was copied as far as it can be read"))
        .anyMatch(it -> it.contains("whose name is no UTF-8"))
        .anyMatch(it -> it.startsWith("left out: ") && it.contains("other/deep"));
  }

  @Test
  void linkThatLeadsNowhereOrAwayAndDataOfAnotherAreTold() throws Exception {
    Machine machine = released();
    Path guides = machine.catalogue();
    Path mounted = Files.createDirectories(guides.resolve("..2026"));
    Files.writeString(mounted.resolve("rent.yaml"), "guide: {}");
    Files.createSymbolicLink(guides.resolve("..data"), mounted);
    Files.createSymbolicLink(guides.resolve("nowhere.yaml"), guides.resolve("none"));
    Files.createSymbolicLink(guides.resolve("away"), Files.createDirectory(folder.resolve("away")));
    DataFolder.hold(Files.createDirectory(guides.resolve("other")), "ingest").close();
    WrittenBackup written = machine.backup(folder.resolve("links.zip"));

    assertThat(written.manifest().files())
        .extracting(FileSummary::name)
        .contains("catalogue/..2026/rent.yaml");
    assertThat(written.manifest().faults())
        .hasSize(3)
        .anyMatch(it -> it.contains("nowhere.yaml, a link that leads nowhere"))
        .anyMatch(it -> it.contains("away, a link to what lies elsewhere"))
        .anyMatch(it -> it.contains("other, below the guides, where Signpost keeps data"));
  }

  @Test
  void dataOfAnotherAmidOursIsToldAndOursIsNot() throws Exception {
    Path guides = folder.resolve("guides");
    Machine machine = Machine.in(guides.resolve("machine"));
    machine.restore(Machine.RELEASED);
    Files.delete(machine.catalogue());
    Files.createSymbolicLink(machine.folder().resolve("catalogue"), guides);
    DataFolder.hold(machine.folder(), MachineFolder.HOLDER).close();
    for (String part : List.of("broker", "old/search")) {
      Path held = Files.createDirectories(machine.folder().resolve(part));
      DataFolder.hold(held, part.replace("old/", "")).close();
    }

    assertThat(machine.backup(folder.resolve("amid.zip")).manifest().faults())
        .singleElement()
        .asString()
        .contains("old/search, below the guides, where Signpost keeps data");
  }

  /** What is in it nobody can open from outside: its name from there is too long for Linux. */
  private Path deepFolder(Path guides) throws IOException {
    String within = ("deep".repeat(60) + "/").repeat(9);
    Files.createDirectories(folder.resolve("other").resolve(within));
    Path bottom = Files.createDirectories(guides.resolve(within));
    return Files.move(folder.resolve("other"), bottom.resolve("other"));
  }

  private static void run(String script, Path where) {
    try (StartedProcess process =
        StartedProcess.of(new ProcessBuilder("bash", "-c", script, "-", where.toString()))) {
      assertThat(process.exitCode()).isZero();
    }
  }

  @Test
  void machineBelowItsGuidesIsNotOneOfThem() throws Exception {
    Path own = folder.resolve("machine/own.db");
    Machine machine =
        new Machine(folder.resolve("machine"), Map.of(LocalModule.NOTIFIER, "jdbc:sqlite:" + own));
    machine.restore(Machine.RELEASED);
    Files.createDirectories(machine.folder().resolve("lost+found/some"));
    Files.writeString(machine.folder().resolve("lost+found/some/guide.yaml"), "guide: {}");
    Files.writeString(machine.folder().resolve("rent.yaml"), "guide: {}");
    Files.delete(machine.catalogue());
    Files.createSymbolicLink(machine.folder().resolve("catalogue"), machine.folder());

    assertThat(machine.backup(folder.resolve("all.zip")).manifest().files())
        .extracting(FileSummary::name)
        .filteredOn(it -> it.startsWith("catalogue/"))
        .containsExactly("catalogue/rent.yaml");
    refused(machine, machine.folder().resolve("backups"), "each backup would hold those before");
    refused(machine, machine.catalogue().resolve("one.zip"), "Choose another folder");
    assertThat(machine.folder().resolve("backups")).doesNotExist();
  }

  @Test
  void backupIsNotWrittenAmongTheMailsThatAreCopied() {
    Machine machine = released();

    refused(machine, machine.data(LocalModule.NOTIFIER).resolve("outgoing/one.zip"), "is within");
    refused(machine, machine.data(LocalModule.INGEST).resolve("evidence"), "is within");
  }

  @Test
  void catalogueIsBackedUpWhereverALinkLeadsAndWithoutItsHistory() throws Exception {
    Machine machine = released();
    Path guides = folder.resolve("guides");
    Files.createDirectories(guides.resolve(".git/objects"));
    Files.createDirectories(guides.resolve("housing"));
    Files.writeString(guides.resolve(".git/objects/aa"), "history");
    Files.writeString(guides.resolve("housing/rent.yaml"), "guide: {}");
    Files.delete(machine.catalogue());
    Files.createSymbolicLink(machine.folder().resolve("catalogue"), guides);
    WrittenBackup written = machine.backup(folder.resolve("linked.zip"));

    assertThat(written.catalogue()).contains(guides.toRealPath());
    assertThat(written.guides()).isOne();
    assertThat(written.manifest().files())
        .extracting(FileSummary::name)
        .contains("catalogue/housing/rent.yaml")
        .noneMatch(it -> it.contains("history") || it.contains(".git"));
  }

  @Test
  void catalogueThatIsNotThereIsNoBackup() throws Exception {
    Machine machine = released();
    Files.delete(machine.catalogue());

    refused(
        machine,
        folder.resolve("refused.zip"),
        "no folder of guides at " + machine.folder().resolve("catalogue"));
  }

  @Test
  void folderThatIsNotOursIsToldAsTheReason() {
    assertThatThrownBy(() -> ToldFailure.told("It failed", "", () -> Files.readString(SHUT)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("this user may not read or write " + SHUT);
  }

  @Test
  void restoredFilesAreTheirOwnersAlone() throws Exception {
    Machine machine = released();
    try (Stream<Path> all = Files.walk(machine.data(LocalModule.INGEST))) {
      assertThat(all.filter(it -> !it.toString().endsWith(".lock")))
          .isNotEmpty()
          .allSatisfy(it ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                  .endsWith("------"));
    }
  }

  private static void refused(Machine machine, Path target, String words) {
    assertThatThrownBy(() -> machine.backup(target))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(words);
  }
}
