package signpost.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;
import signpost.local.LocalModule;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.record.backup.BackupManifest.FileSummary;
import signpost.record.backup.BackupWriter;
import signpost.tools.CannotStartException;

/** Which files are in a backup, and as what they come back. */
class BackedUpFilesTest {
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
  void evidenceThatTheChainSpeaksOfAndThatIsNotThereIsNoBackup() throws Exception {
    Machine machine = released();
    Path file = machine.data(LocalModule.INGEST).resolve("evidence/2026-09-08-0001.warc.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, List.of("short"));
    refused(machine, "2026-09-08-0001.warc.gz is damaged: it has 6 bytes, and should have 6,745");
    Files.delete(file);
    refused(machine, "2026-09-08-0001.warc.gz is not there");
    assertThat(folder.resolve("refused.zip")).doesNotExist();

    Files.write(file, whole);
    assertThat(machine.backup(folder.resolve("whole.zip")).manifest().files())
        .anyMatch(it -> it.name().endsWith("2026-09-08-0001.warc.gz") && it.bytes() == 6745);
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

    refused(machine, "no folder of guides at " + machine.folder().resolve("catalogue"));
  }

  @Test
  void folderThatCannotBeReadIsToldAsAReason() {
    assertThatThrownBy(() ->
            ToldFailure.told(
                "The backup could not be written",
                "Nothing is left of it.",
                () -> {
                  throw new UncheckedIOException(new AccessDeniedException("/srv/guides"));
                }))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContainingAll("could not be written", "/srv/guides");
  }

  @Test
  void restoredFilesAreTheirOwnersAlone() throws Exception {
    Machine machine = released();
    try (Stream<Path> all = Files.walk(machine.data(LocalModule.INGEST))) {
      assertThat(all.filter(it -> !it.toString().endsWith(".lock")).skip(1))
          .isNotEmpty()
          .allSatisfy(it ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                  .endsWith("------"));
    }
  }

  private void refused(Machine machine, String words) {
    assertThatThrownBy(() -> machine.backup(folder.resolve("refused.zip")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(words);
  }
}
