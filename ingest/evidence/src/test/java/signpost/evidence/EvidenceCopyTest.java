package signpost.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.evidence.MadeCaptures.PAGE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.evidence.EvidenceCopy.CopiedFile;

/** What is copied of a folder of evidence while ingest writes there. */
final class EvidenceCopyTest {
  private final MadeCaptures page = MadeCaptures.of(PAGE);
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void newFolder() {
    folder = temporary.resolve("evidence");
  }

  private EvidenceStore open() throws IOException {
    return EvidenceStore.open(EvidenceSettings.of(folder, 64 << 20));
  }

  @Test
  void readingThatIsHeldNoLongerIsOfTheChainThatIsReadAfterwards() throws IOException {
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
      store.take(page.says("One!", 1, 1), true);
      List<CopiedFile> held = EvidenceCopy.held(folder);
      store.take(page.says("Two", 2, 2), true);

      assertThat(held).hasSize(1).noneMatch(it -> Files.exists(it.file()));
      assertThat(store.mementos(PAGE)).hasSize(3);
      assertThat(EvidenceCopy.of(folder).files())
          .allMatch(it -> Files.exists(it.file()))
          .filteredOn(it -> it.name().endsWith(EvidenceFolder.END))
          .allMatch(it -> it.bytes() == it.file().toFile().length());
    }
  }

  @Test
  void recordsThatTheChainDoesNotSpeakOfAreCopiedAndToldAllTheSame() throws IOException {
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
      store.take(page.says("Two", 2, 2), true);
    }
    Path record =
        EvidenceCopy.of(folder).files().stream()
            .map(CopiedFile::file)
            .filter(it -> it.toString().endsWith(EvidenceFolder.END))
            .findFirst()
            .orElseThrow();
    Files.copy(record, folder.resolve("2020-01-01-0001" + EvidenceFolder.END));
    assertThat(EvidenceCopy.of(folder).damage())
        .hasValueSatisfying(it -> assertThat(it).contains("2020-01-01-0001"));
    Files.writeString(folder.resolve(EvidenceChain.NAME), "");

    EvidenceCopy copy = EvidenceCopy.of(folder);
    assertThat(copy.damage()).isPresent();
    assertThat(copy.files()).filteredOn(it -> it.name().endsWith(EvidenceFolder.END)).hasSize(3);
  }

  @Test
  void fileThatWasBegunWhenAProcessDiedIsSetAsideAtTheNextStart() throws IOException {
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
    }
    Path begun = Files.writeString(folder.resolve("2026-03-04-0001.warc.gz"), "half a record");
    try (EvidenceStore store = open()) {
      store.take(page.says("Two", 2, 5), true);
    }

    assertThat(begun).doesNotExist();
    assertThat(begun.resolveSibling("2026-03-04-0001.warc.gz.left")).hasContent("half a record");
    assertThat(EvidenceCopy.of(folder).damage()).isEmpty();
    assertThat(EvidenceCheck.check(folder, Optional.empty()).isWhole()).isTrue();
  }

  @Test
  void twoFilesBehindTheLastAreNoUnfinishedWorkAndStayWhereTheyAre() throws IOException {
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
    }
    for (String name : List.of("2026-03-04-0001.warc.gz", "2026-03-05-0001.warc.gz")) {
      Files.writeString(folder.resolve(name), "as when the chain was cut");
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(EvidenceDamagedException.class)
        .hasMessage("the chain does not speak of 2026-03-04-0001.warc.gz");

    assertThat(folder.resolve("2026-03-05-0001.warc.gz")).hasContent("as when the chain was cut");
    assertThat(EvidenceFolder.records(folder)).hasSize(3);
    assertThat(EvidenceCopy.of(folder).damage())
        .contains("the chain does not speak of 2026-03-04-0001.warc.gz");
  }

  @Test
  void fileThatAppearsWhileCapturesAreKeptIsNotWrittenOver() throws IOException {
    Path stranger = folder.resolve("2026-03-04-0001.warc.gz");
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
      Files.writeString(stranger, "of somebody else");

      assertThatThrownBy(() -> store.take(page.says("Two", 2, 2), true))
          .isInstanceOf(EvidenceDamagedException.class);
    }
    assertThat(stranger).hasContent("of somebody else");
  }

  @Test
  void evidenceWhoseChainIsLostIsNoUnfinishedWork() throws IOException {
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
      store.take(page.says("Two", 2, 0), true);
    }
    Path record = folder.resolve("2026-03-02-0001.warc.gz");
    Files.delete(folder.resolve(EvidenceChain.NAME));

    assertThatThrownBy(this::open).isInstanceOf(EvidenceDamagedException.class);
    assertThat(record).exists();
    assertThat(EvidenceCopy.of(folder).damage()).isPresent();
    assertThat(EvidenceCheck.check(folder, Optional.empty()).isWhole()).isFalse();
  }

  @Test
  void captureThatWasBegunIsSetAsideWhereverItBrokeOffAndGoesWithItsAddress() throws IOException {
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
    }
    Path begun = folder.resolve("2026-03-02-0001.warc.gz");
    byte[] first = Files.readAllBytes(begun);
    Files.delete(folder.resolve(EvidenceChain.NAME));
    for (int length = first.length; length >= 0; length -= 31) {
      Files.write(begun, Arrays.copyOf(first, length));
      assertThat(EvidenceCopy.of(folder).damage()).as("%d bytes", length).isEmpty();
      open().close();
      assertThat(begun).doesNotExist();
    }
    assertThat(leftovers()).as("none replaces another").hasSize(first.length / 31 + 1);
    try (EvidenceStore store = open()) {
      store.remove(PAGE, "asked", MadeCaptures.START);
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void wholeRecordsOfWhichTheChainHasLostTheLinesAreSetAsideAndBrokenOffOnesCut()
      throws IOException {
    Path chain = folder.resolve(EvidenceChain.NAME);
    Path file = folder.resolve("2026-03-02-0001.warc.gz");
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
    }
    byte[] older = Files.readAllBytes(chain);
    int first = (int) Files.size(file);
    try (EvidenceStore store = open()) {
      store.take(page.says("Two", 2, 0), true);
      store.take(page.says("Three", 3, 0), true);
    }
    byte[] all = Files.readAllBytes(file);
    Files.write(chain, older);
    Files.write(file, Arrays.copyOf(all, first + 100));
    open().close();
    assertThat(file).hasSize(first);
    assertThat(leftovers()).as("100 bytes are no record").isEmpty();

    Files.write(file, all);
    open().close();
    assertThat(file).hasSize(first);
    assertThat(folder.resolve("2026-03-02-0001.warc.gz.left"))
        .hasBinaryContent(Arrays.copyOfRange(all, first, all.length));
    assertThat(EvidenceCheck.check(folder, Optional.empty()).isWhole()).isTrue();
  }

  @Test
  void moreThanAnyAnswerIsLongIsSetAsideWhateverItIs() throws IOException {
    Path file = folder.resolve("2026-03-02-0001.warc.gz");
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
    }
    long first = Files.size(file);
    try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
      longer.setLength(first + EvidenceMending.LONGEST_UNFINISHED + 1);
    }
    open().close();
    assertThat(file).hasSize(first);
    assertThat(folder.resolve("2026-03-02-0001.warc.gz.left"))
        .hasSize(EvidenceMending.LONGEST_UNFINISHED + 1);
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(it -> it.toString().contains(".left")).toList();
    }
  }

  @Test
  void removalOfWhatIsOnlyHeldIsNoticedToo() throws IOException {
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
    }
    EvidenceCopy before = EvidenceCopy.of(folder);
    assertThat(before.isOfOneMoment()).isTrue();
    RemovedAddresses.of(folder).add(PAGE);

    assertThat(before.isOfOneMoment()).isFalse();
  }
}
