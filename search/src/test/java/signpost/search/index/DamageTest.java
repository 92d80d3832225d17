package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Envelope;
import signpost.events.PageEvent.PageRead;
import signpost.url.CanonicalUrl;

/** A block of some file of a real index becomes something else: every kind of file has its turn. */
class DamageTest {
  private static final int PAGES = 120;
  private static final int BLOCK = 4096;

  @TempDir private Path home;
  private Path generation;

  /** One segment whose parts are files of their own, as a large one has them. */
  @BeforeEach
  void fill() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      for (int i = 0; i < PAGES; i++) {
        index.put(Envelope.of(page(i), "test", Instant.EPOCH, 1));
      }
      index.refresh();
      for (Map.Entry<String, EmbeddingPassage> one : index.wanted(PAGES).entrySet()) {
        index.embed(one.getKey(), one.getValue(), vector(one.getKey()));
      }
      index.commit(Map.of("position", "10"));
    }
    generation = home.resolve("g1");
    try (IndexGeneration whole = IndexGeneration.start(generation)) {
      whole.writer().forceMerge(1);
      whole.commit(Map.of("position", "10"));
    }
  }

  private static PageRead page(int number) {
    CanonicalUrl url = CanonicalUrl.parse("https://a.example/" + number).orElseThrow();
    Random random = new Random(number);
    String text =
        String.join(
            " ",
            IntStream.range(0, 300)
                .mapToObj(_ -> "word" + Integer.toString(random.nextInt(9_000), 36))
                .toList());
    return new PageRead(
        url,
        url.value(),
        "Page " + number,
        "What it is about",
        text,
        false,
        List.of("One", "Two"),
        Optional.of("en"),
        List.of(),
        "html",
        0,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        "f" + number,
        List.of(),
        List.of());
  }

  private static float[] vector(String url) {
    float[] vector = new float[EmbeddingPassage.DIMENSIONS];
    Random random = new Random(url.hashCode());
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextFloat() - 0.5f;
    }
    return vector;
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      return files.filter(file -> file.getFileName().toString().startsWith("_")).sorted().toList();
    }
  }

  private static byte[] damage(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    byte[] rubbish = new byte[Math.min(BLOCK, Math.max(1, before.length / 3))];
    new Random(7).nextBytes(rubbish);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((before.length - rubbish.length) / 2);
      bytes.write(rubbish);
    }
    return before;
  }

  @Test
  void everyKindOfFileHasItsTurn() throws IOException {
    assertThat(
            parts().stream().map(DamageTest::ending).collect(java.util.stream.Collectors.toSet()))
        .contains("fdt", "fdx", "tim", "tip", "doc", "pos", "dvd", "nvd", "vec", "si", "fnm");
  }

  @Test
  void damageBetweenTwoRunsIsNoticedAndTheIndexBegunAnew() throws IOException {
    for (Path file : parts()) {
      byte[] before = damage(file);
      try (PageIndex index = PageIndex.open(home)) {
        index.check();
        if (index.damage().isPresent()) {
          index.reopen();
        }
        assertThat(index.committed()).as(file.toString()).isEmpty();
        assertThat(index.rebuilding()).as(file.toString()).isTrue();
        assertThat(index.mending()).as(file.toString()).isPresent();
      }
      mend(file, before);
    }
  }

  @Test
  void damageWhileRunningIsNoticedAndTheIndexBegunAnew() throws IOException {
    TreeSet<String> noticed = new TreeSet<>();
    for (Path file : parts()) {
      byte[] before = Files.readAllBytes(file);
      try (PageIndex index = PageIndex.open(home)) {
        damage(file);
        readAll(index);
        index.check();
        if (index.damage().isPresent()) {
          noticed.add(ending(file));
          index.reopen();
          assertThat(index.damage()).isEmpty();
          assertThat(index.committed()).as(file.toString()).isEmpty();
          assertThat(index.incomplete()).as(file.toString()).isTrue();
        }
      }
      mend(file, before);
    }
    // What is small is read once, when the index is opened, and then no longer asked of the disk.
    assertThat(noticed)
        .contains("fdt", "fdx", "tim", "tip", "doc", "pos", "dvd", "nvd", "vec")
        .doesNotContain("fnm");
  }

  @Test
  void questionThatFailsOverWholeFilesIsNoDamage() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      failAtSomething(index);
      assertThat(index.damage()).isEmpty();
      assertThat(index.committed()).isNotEmpty();
    }
  }

  /** A length in a damaged block leads beyond the file, which Lucene takes for its end. */
  @Test
  void damageThatShowsAsSomethingElseComesOutAsDamage() throws IOException {
    List<IOException> shown =
        List.of(new EOFException("read past EOF"), new NoSuchFileException("_1.cfs"));
    for (IOException fault : shown) {
      try (PageIndex index = PageIndex.open(home)) {
        assertThatThrownBy(() ->
                index.read(_ -> {
                  throw fault;
                }))
            .isInstanceOf(CorruptIndexException.class)
            .hasCause(fault);
        assertThat(index.damage()).isPresent();
      }
    }
  }

  @Test
  void whatIsReadOfTruncatedFilesIsDamage() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      for (Path file : parts()) {
        Files.write(file, new byte[0]);
      }
      assertThatThrownBy(
              () -> index.read(searcher -> StoredRecords.find(searcher, "https://a.example/1")))
          .isInstanceOf(CorruptIndexException.class);
      assertThat(index.damage()).isPresent();
    }
  }

  @Test
  void questionThatFailsOverADamagedBlockFindsIt() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      damage(stored());
      assertThat(readAll(index)).isPositive();
      assertThat(index.damage()).isPresent();
    }
  }

  @Test
  void whatWasLookedIntoIsNotReadThroughAgainAfterReopening() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      failAtSomething(index);
      assertThat(index.damage()).isEmpty();
      index.reopen();
      damage(stored());
      failAtSomething(index);
      assertThat(index.damage()).as("nobody looked").isEmpty();
    }
  }

  private static void failAtSomething(PageIndex index) {
    assertThatThrownBy(() ->
            index.read(_ -> {
              throw new IllegalStateException("a fault of our own");
            }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void failureToWriteIsNoReasonToReadEverything() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      damage(stored());
      SomePages.stumble(generation);
      assertThatThrownBy(() -> SomePages.put(index, PAGES, PAGES + 1))
          .hasStackTraceContaining("FileAlreadyExists");
      assertThat(index.damage()).as("nobody looked").isEmpty();
      index.reopen();
      assertThat(index.committed()).containsEntry("position", "10");
    }
  }

  @Test
  void openingThatFailsLeavesNoLockBehind() throws IOException {
    Path file = stored();
    byte[] before = Files.readAllBytes(file);
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> IndexGeneration.start(generation))
        .isInstanceOf(CorruptIndexException.class);
    Files.write(file, before);
    try (IndexGeneration again = IndexGeneration.start(generation)) {
      assertThat(again.committed()).containsEntry("position", "10");
    }
  }

  private Path stored() throws IOException {
    return parts().stream().filter(file -> ending(file).equals("fdt")).findAny().orElseThrow();
  }

  /** How many pages could not be read. */
  private static int readAll(PageIndex index) throws IOException {
    int failed = 0;
    for (int i = 0; i < PAGES; i++) {
      String url = "https://a.example/" + i;
      try {
        index.read(searcher -> {
          int document = StoredRecords.find(searcher, url);
          return document < 0 ? "" : StoredRecords.whole(searcher, document).title();
        });
      } catch (IOException | RuntimeException e) {
        failed++;
      }
    }
    return failed;
  }

  private void mend(Path file, byte[] before) throws IOException {
    Files.write(file, before);
    Files.deleteIfExists(generation.resolve("at-work"));
    new IndexFolder(home).removeAllBut(generation);
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
