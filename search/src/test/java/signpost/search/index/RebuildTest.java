package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.events.Envelope;
import signpost.events.PageEvent.PageRead;
import signpost.url.CanonicalUrl;

/** An index built anew beside the one that answers. */
class RebuildTest {
  @TempDir private Path home;

  private static PageRead page(int number) {
    CanonicalUrl url = CanonicalUrl.parse("https://a.example/" + number).orElseThrow();
    return new PageRead(
        url,
        url.value(),
        "Page " + number,
        "",
        "Some words",
        false,
        List.of(),
        Optional.empty(),
        List.of(),
        "html",
        0,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        "f",
        List.of(),
        List.of());
  }

  private static void put(PageIndex index, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      index.put(Envelope.of(page(i), "test", Instant.EPOCH, 1));
    }
    index.refresh();
  }

  private static int seen(PageIndex index) throws IOException {
    return index.read(searcher -> searcher.count(StoredRecords.ofType(RecordType.RESOURCE)));
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.sorted().toList();
    }
  }

  @Test
  void theOldIndexAnswersUntilTheNewOneHasCaughtUp() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      put(index, 0, 10);
      index.commit(Map.of("position", "10"));
      index.restart();
      assertThat(index.rebuilding()).isTrue();
      assertThat(index.committed()).isEmpty();
      put(index, 0, 7);
      assertThat(seen(index)).isEqualTo(10);
      put(index, 7, 12);
      index.caughtUp();
      assertThat(seen(index)).isEqualTo(12);
      assertThat(index.rebuilding()).isFalse();
      assertThat(folders()).hasSize(1);
    }
  }

  @Test
  void processKilledAmidARebuildGoesOnWithIt() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      put(index, 0, 10);
      index.commit(Map.of());
      index.restart();
      put(index, 0, 4);
      index.commit(Map.of("position", "4"));
    }
    try (PageIndex index = PageIndex.open(home)) {
      assertThat(index.rebuilding()).isTrue();
      assertThat(index.committed()).containsEntry("position", "4");
      assertThat(seen(index)).isEqualTo(10);
      put(index, 4, 11);
      index.caughtUp();
      assertThat(seen(index)).isEqualTo(11);
    }
  }

  @Test
  void vectorsOfTheOldIndexAreNotMadeAgain() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      put(index, 0, 1);
      Map<String, EmbeddingPassage> wanted = index.wanted(9);
      float[] vector = new float[EmbeddingPassage.DIMENSIONS];
      vector[0] = 1;
      for (Map.Entry<String, EmbeddingPassage> one : wanted.entrySet()) {
        index.embed(one.getKey(), one.getValue(), vector);
      }
      index.refresh();
      index.commit(Map.of());
      index.restart();
      put(index, 0, 1);
      assertThat(wanted).hasSize(1);
      assertThat(index.wanted(9)).isEmpty();
    }
  }

  /** What may befall the files of an index. */
  enum Damage {
    CUT_SHORT,
    ONE_BYTE_ELSE,
    NO_COMMIT,
    HALF_A_COMMIT;

    boolean concerns(Path file) {
      String name = file.getFileName().toString();
      return switch (this) {
        case CUT_SHORT, ONE_BYTE_ELSE -> name.startsWith("_");
        case NO_COMMIT, HALF_A_COMMIT -> name.startsWith("segments_");
      };
    }

    void befall(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case CUT_SHORT, HALF_A_COMMIT ->
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        case ONE_BYTE_ELSE -> {
          bytes[bytes.length / 2] ^= 0x55;
          Files.write(file, bytes);
        }
        case NO_COMMIT -> Files.delete(file);
      }
    }
  }

  private static void befall(Path generation, Damage damage) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      List<Path> concerned = files.filter(damage::concerns).sorted().toList();
      Path largest =
          concerned.stream()
              .max(Comparator.comparingLong(it -> it.toFile().length()))
              .orElseThrow();
      damage.befall(largest);
    }
    Files.writeString(generation.resolve("at-work"), "");
  }

  @ParameterizedTest
  @EnumSource
  void damagedIndexIsFoundAtTheStartAndANewOneBegun(Damage damage) throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      put(index, 0, 10);
      index.commit(Map.of("position", "10"));
    }
    befall(folders().getFirst(), damage);
    try (PageIndex index = PageIndex.open(home)) {
      assertThat(index.committed()).isEmpty();
      assertThat(seen(index)).isZero();
      put(index, 0, 10);
      index.caughtUp();
      assertThat(seen(index)).isEqualTo(10);
      assertThat(folders()).hasSize(1);
    }
  }

  @Test
  void damageMetWhileReadingIsToldAndReopeningBeginsANewIndex() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      put(index, 0, 10);
      index.commit(Map.of("position", "10"));
      assertThatThrownBy(() ->
              index.read(_ -> {
                throw new CorruptIndexException("made for this test", "a file");
              }))
          .isInstanceOf(CorruptIndexException.class);
      assertThat(index.damage()).get().asString().contains("made for this test");
      befall(folders().getFirst(), Damage.ONE_BYTE_ELSE);
      index.reopen();
      assertThat(index.damage()).isEmpty();
      assertThat(index.mending()).get().asString().contains("made for this test");
      assertThat(index.committed()).isEmpty();
      assertThat(seen(index)).isZero();
      assertThat(index.rebuilding()).isTrue();
    }
  }

  @Test
  void whatWasNotCommittedIsReadAgain() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      put(index, 0, 3);
      index.commit(Map.of("position", "3"));
      put(index, 3, 9);
      index.reopen();
      assertThat(index.committed()).containsEntry("position", "3");
      assertThat(seen(index)).isEqualTo(3);
    }
  }
}
