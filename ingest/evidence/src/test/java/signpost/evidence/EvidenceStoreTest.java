package signpost.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.evidence.MadeCaptures.PAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.url.CanonicalUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;

final class EvidenceStoreTest {
  private static final long LIMIT = 64 << 20;
  private static final CanonicalUrl OTHER = new CanonicalUrl("https://charity.example/debt");

  private static final MediaPageReader READER = new MediaPageReader(PublisherRules.builtIn());

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void newFolder() {
    folder = temporary.resolve("evidence");
  }

  private EvidenceStore open() throws IOException {
    return EvidenceStore.open(EvidenceSettings.of(folder, LIMIT));
  }

  private String replay(EvidenceStore store, Memento memento) throws IOException {
    return ReplayedPage.html(memento, store.body(memento), READER);
  }

  private boolean isWhole() throws IOException {
    return EvidenceCheck.check(folder, Optional.empty()).isWhole();
  }

  @Test
  void firstReadingIsKeptAndTheNextOneOnlyHeld() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = open()) {
      assertThat(store.take(page.says("Ring us.", 1, 0), true))
          .isEqualTo(new KeepOutcome.Kept(3)); // with the file's own record
      assertThat(store.take(page.says("Ring us. 3 people are here.", 1, 1), true))
          .isEqualTo(new KeepOutcome.Held());
      assertThat(store.take(page.says("Ring us. 9 people are here.", 1, 2), true))
          .isEqualTo(new KeepOutcome.Held());

      assertThat(store.mementos(PAGE)).extracting(Memento::held).containsExactly(false, true);
      assertThat(replay(store, store.mementos(PAGE).getLast())).contains("9 people");
    }
    assertThat(isWhole()).isTrue();
  }

  @Test
  void toldChangeHasTheReadingsBeforeAndAfterItAndBothReplay() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = open()) {
      store.take(page.says("Ring us.", 1, 0), true);
      store.take(page.says("Ring us. 3 people are here.", 1, 1), true);
      store.take(page.says("We have closed.", 1, 2), false);
      store.take(page.says("We have closed.", 2, 3), true);

      List<Memento> mementos = store.mementos(PAGE);
      assertThat(mementos).extracting(it -> it.version().revision()).containsExactly(1, 1, 2);
      assertThat(replay(store, mementos.get(1))).contains("Ring us. 3 people are here.");
      assertThat(replay(store, mementos.get(2))).contains("We have closed.");
    }
    assertThat(isWhole()).isTrue();
  }

  @Test
  void bodyThatWasThereBeforeIsNotWrittenAgainAndReplays() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    String long1 = noise(20_000);
    try (EvidenceStore store = open()) {
      store.take(page.says(long1, 1, 0), true);
      store.take(page.says(long1, 1, 1), true);
      long before = store.count().bytes();
      store.take(page.says("We have closed.", 2, 2), true);

      assertThat(store.count().bytes() - before).isLessThan(5_000);
      assertThat(replay(store, store.mementos(PAGE).get(1))).contains(long1);
    }
    assertThat(isWhole()).isTrue();
  }

  /** As after a full disk: the change is made up for at the next reading, and told once. */
  @Test
  void whatCouldNotBeWrittenIsMadeUpForAtTheNextReading() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = open()) {
      store.take(page.says("Ring us.", 1, 0), true);
      store.take(page.says("Ring us!", 1, 1), true);
    }
    try (EvidenceStore small = EvidenceStore.open(EvidenceSettings.of(folder, 100))) {
      assertThat(small.take(page.says("We have closed.", 2, 2), true))
          .isEqualTo(new KeepOutcome.NoRoom(100));
    }
    try (EvidenceStore store = open()) {
      assertThat(store.take(page.says("We have closed.", 2, 3), true))
          .isInstanceOf(KeepOutcome.Kept.class);
      assertThat(store.mementos(PAGE)).hasSize(3);
    }
  }

  /** As on a disk that is full when the records are written, and not the next day. */
  @Test
  void recordsTheChainCouldNotSpeakOfAreTakenBackBeforeTheNextDay() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    Path chain = folder.resolve(EvidenceChain.NAME);
    Path aside = temporary.resolve("aside");
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
      Files.move(chain, aside);
      Files.createDirectory(chain); // no line can be written
      assertThatThrownBy(() -> store.take(page.says("Two", 2, 0), true))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> store.take(page.says("Two", 2, 1), true))
          .isInstanceOf(IOException.class);
      Files.delete(chain);
      Files.move(aside, chain);
      store.take(page.says("Two", 2, 2), true);
    }
    assertThat(EvidenceCheck.check(folder, Optional.empty()).findings()).isEmpty();
    open().close();
  }

  @Test
  void eachDayHasItsFileAndAFullOneIsFollowedByAnother() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = EvidenceStore.open(new EvidenceSettings(folder, LIMIT, 1_000))) {
      store.take(page.says("One", 1, 0), true);
      store.take(page.says("Two", 2, 0), true);
      store.take(page.says("Three", 3, 1), true);
      store.take(page.says("A clock that went back", 4, 0), true);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".gz")))
          .containsExactlyInAnyOrder(
              "2026-03-02-0001.warc.gz",
              "2026-03-02-0002.warc.gz",
              "2026-03-03-0001.warc.gz",
              "2026-03-03-0002.warc.gz");
    }
    assertThat(isWhole()).isTrue();
  }

  @Test
  void oneChangedByteAnywhereIsFound() throws IOException {
    filled();
    for (Path file : evidence()) {
      byte[] whole = Files.readAllBytes(file);
      Random random = new Random(file.getFileName().toString().length());
      for (int at : IntStream.range(0, 40).map(_ -> random.nextInt(whole.length)).toArray()) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, changed);
        assertThat(isWhole()).as("byte %d of %s", at, file.getFileName()).isFalse();
      }
      byte[] last = whole.clone();
      last[last.length - 1] ^= 1;
      Files.write(file, last);
      assertThat(isWhole()).as("the last byte of %s", file.getFileName()).isFalse();
      Files.write(file, whole);
    }
    assertThat(isWhole()).isTrue();
  }

  @Test
  void removedAndSwappedFilesAreFound() throws IOException {
    filled();
    Path first = folder.resolve("2026-03-02-0001.warc.gz");
    Path second = folder.resolve("2026-03-05-0001.warc.gz");
    byte[] one = Files.readAllBytes(first);
    byte[] two = Files.readAllBytes(second);

    Files.delete(first);
    assertThat(isWhole()).isFalse();
    Files.write(first, two);
    Files.write(second, one);
    assertThat(isWhole()).isFalse();
    Files.write(first, one);
    Files.write(second, two);
    assertThat(isWhole()).isTrue();
  }

  /** Whoever may write in the folder can take its end away; a digest noted elsewhere shows it. */
  @Test
  void chainWhoseEndWasTakenOffIsFoundByANotedDigest() throws IOException {
    filled();
    String noted = EvidenceCheck.check(folder, Optional.empty()).head();
    Path chain = folder.resolve(EvidenceChain.NAME);
    List<String> lines = Files.readAllLines(chain);
    Files.write(chain, lines.subList(0, lines.size() - 2));

    assertThat(EvidenceCheck.check(folder, Optional.of(noted)).isWhole()).isFalse();
  }

  @Test
  void unfinishedEndIsToldApartFromTamperingAndMended() throws IOException {
    filled();
    Path last = folder.resolve("2026-03-05-0001.warc.gz");
    Path chain = folder.resolve(EvidenceChain.NAME);
    byte[] whole = Files.readAllBytes(last);
    byte[] lines = Files.readAllBytes(chain);
    Files.write(last, concat(whole, Arrays.copyOf(whole, 70)));
    Files.write(chain, concat(lines, Arrays.copyOf(lines, 50)));

    assertThat(isWhole()).isTrue();
    assertThat(EvidenceCheck.check(folder, Optional.empty()).findings())
        .extracting(EvidenceFinding::words)
        .anyMatch(it -> it.contains("70 bytes"))
        .anyMatch(it -> it.contains("not finished"));
    try (EvidenceStore store = open()) {
      store.take(MadeCaptures.of(OTHER).says("More", 7, 4), true);
    }
    assertThat(EvidenceCheck.check(folder, Optional.empty()).findings()).isEmpty();
  }

  @Test
  void damagedEvidenceIsNotAddedTo() throws IOException {
    filled();
    Path last = folder.resolve("2026-03-05-0001.warc.gz");
    Files.write(last, Arrays.copyOf(Files.readAllBytes(last), 100));

    assertThatThrownBy(this::open)
        .isInstanceOf(EvidenceDamagedException.class)
        .hasMessageContaining("2026-03-05-0001.warc.gz has 100 bytes");
  }

  @Test
  void foreignFilesAreNotedAndHarmNothing() throws IOException {
    filled();
    Files.writeString(folder.resolve("holiday.jpg"), "no evidence");

    assertThat(isWhole()).isTrue();
    assertThat(EvidenceCheck.check(folder, Optional.empty()).findings())
        .extracting(EvidenceFinding::words)
        .containsExactly("holiday.jpg is not ours, and proves nothing");
    open().close();
  }

  @Test
  void removedAddressLeavesOnlyTheWordOfItAndTheChainHolds() throws IOException {
    filled();
    try (EvidenceStore store = open()) {
      assertThat(store.remove(PAGE, "asked by Mrs Example", MadeCaptures.START)).isEqualTo(10);

      assertThat(store.mementos(PAGE))
          .extracting(it -> it.removed().orElse("still there"))
          .containsOnly("removed on 2 March 2026: asked by Mrs Example");
      assertThat(store.take(MadeCaptures.of(PAGE).says("Again", 9, 9), true))
          .isEqualTo(new KeepOutcome.Unwanted(KeptOut.REMOVED));
      assertThat(replay(store, store.mementos(OTHER).getFirst())).contains("Debt advice");
    }
    assertThat(isWhole()).isTrue();
    assertThat(text()).doesNotContain("We have closed").contains("Debt advice");
  }

  @Test
  void removalThatWasInterruptedIsEnded() throws IOException {
    filled();
    Path file = folder.resolve("2026-03-02-0001.warc.gz");
    byte[] before = Files.readAllBytes(file);
    try (EvidenceStore store = open()) {
      store.remove(PAGE, "asked", MadeCaptures.START);
    }
    Files.move(file, folder.resolve(file.getFileName() + EvidenceMending.FRESH));
    Files.write(file, before);

    open().close();
    assertThat(isWhole()).isTrue();
    assertThat(text()).doesNotContain("Ring us");
  }

  @Test
  void cookiesAreNotKept() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE).field("Set-Cookie", "visitor=sealed-in-the-answer");
    try (EvidenceStore store = open()) {
      store.take(page.says("Ring us.", 1, 0), true);
    }
    assertThat(text()).contains("Ring us").doesNotContain("sealed-in");
  }

  @Test
  void nothingIsKeptWhereItsPublisherOrItsAddressForbidsIt() throws IOException {
    try (EvidenceStore store = open()) {
      var noarchive = new KeepOutcome.Unwanted(KeptOut.NO_ARCHIVE);
      var credentials = new KeepOutcome.Unwanted(KeptOut.CREDENTIALS);
      MadeCaptures page = MadeCaptures.of(PAGE);
      assertThat(
              store.take(
                  page.says("</p><meta name=ROBOTS content='noindex, NOARCHIVE'>", 1, 0), true))
          .isEqualTo(noarchive);
      assertThat(
              store.take(
                  MadeCaptures.of(PAGE).field("X-Robots-Tag", "noarchive").says("", 1, 0), true))
          .isEqualTo(noarchive);
      assertThat(
              store.take(
                  MadeCaptures.of(PAGE)
                      .ledTo("https://council.example/in?access_token=abc")
                      .says("", 1, 0),
                  true))
          .isEqualTo(credentials);
      assertThat(
              store.take(
                  MadeCaptures.of(PAGE).field("X-Robots-Tag", "otherbot: noarchive").says("", 1, 0),
                  true))
          .isInstanceOf(KeepOutcome.Kept.class);
    }
  }

  @Test
  void hostileFieldsStayWithinTheirRecord() throws IOException {
    MadeCaptures page =
        MadeCaptures.of(PAGE)
            .field("X-Evil", "a\r\n\r\nWARC/1.1\r\nWARC-Type: response")
            .field("bad name\r\nX-Other", "value")
            .field("Content-Encoding", "gzip")
            .field("Content-Length", "17");
    IntStream.range(0, 1_000).forEach(i -> page.field("X-Many-" + i, "v".repeat(200)));
    try (EvidenceStore store = open()) {
      store.take(page.says("Ring us.", 1, 0), true);
      store.take(page.says("We have closed.", 2, 1), true);

      assertThat(replay(store, store.mementos(PAGE).getFirst())).contains("Ring us.");
      assertThat(replay(store, store.mementos(PAGE).getLast())).contains("We have closed.");
    }
    assertThat(isWhole()).isTrue();
    assertThat(text())
        .contains("X-Archive-Orig-Content-Encoding: gzip")
        .contains("X-Signpost-Fields-Left-Out:");
  }

  @Test
  void tenMegabytesAreKeptAndReplay() throws IOException {
    byte[] body = noise(10 << 20).getBytes(UTF_8);
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = open()) {
      store.take(page.answers(body, PageVersion.of(1), MadeCaptures.START), true);
      store.take(
          page.answers(body, PageVersion.of(2), MadeCaptures.START.plus(Duration.ofDays(1))), true);

      assertThat(store.body(store.mementos(PAGE).getLast())).isEqualTo(body);
    }
    assertThat(isWhole()).isTrue();
  }

  @Test
  void oneFolderHasOneKeeper() throws IOException {
    try (EvidenceStore _ = open()) {
      assertThatThrownBy(this::open).hasMessageContaining("another process keeps evidence in");
    }
    open().close();
  }

  @Test
  void exportIsAWarcFileOfOneAddressAlone() throws IOException {
    filled();
    byte[] warc = EvidenceExport.warc(folder, PAGE, "mine.warc.gz", MadeCaptures.START);

    assertThat(WarcRecords.read(warc, "mine.warc.gz"))
        .extracting(ChainLine.Written::type)
        .containsExactly(
            "warcinfo",
            "response",
            "request",
            "response",
            "request",
            "response",
            "request",
            "revisit",
            "request",
            "response",
            "request",
            "revisit",
            "request");
  }

  @Test
  void replayedPageRunsNothingAndAsksForNothing() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    String hostile =
        "<a href='javascript:alert(1)' onclick=x()>Here</a><iframe src=https://x.example></iframe>"
            + "<form action=https://x.example><input name=q></form><style>@import 'https://x.example'</style>"
            + "<svg onload=x()></svg><p style='background:url(https://x.example)'>Ring us.</p>";
    try (EvidenceStore store = open()) {
      store.take(page.says(hostile, 1, 0), true);

      assertThat(replay(store, store.mementos(PAGE).getFirst()))
          .contains("Ring us.", "[A council office]", "A copy, as it was on 2 March 2026")
          .doesNotContain(
              "<script",
              "javascript:",
              "onclick",
              "<iframe",
              "<form",
              "x.example",
              "tracker.example");
    }
  }

  /** Two addresses on two days: a page that changed, and what is held of it. */
  private void filled() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = open()) {
      store.take(page.says("Ring us.", 1, 0), true);
      store.take(MadeCaptures.of(OTHER).says("Debt advice", 1, 0), true);
      store.take(page.says("Ring us. 3 people are here.", 1, 1), true);
      store.take(page.says("We have closed.", 2, 3), true);
      store.take(MadeCaptures.of(OTHER).says("Debt advice for all", 2, 3), true);
      store.take(page.says("We have closed.", 2, 3), true);
      store.take(page.says("We have closed. Now.", 3, 3), true);
      store.take(page.says("We have closed. Now.", 3, 3), true);
    }
    assertThat(isWhole()).isTrue();
  }

  private List<Path> evidence() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> !it.endsWith(EvidenceFolder.LOCK))
          .sorted()
          .toList();
    }
  }

  /** Everything that can be read in the folder. */
  private String text() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : evidence()) {
      if (file.toString().endsWith(EvidenceFolder.END)) {
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
          all.append(new String(in.readAllBytes(), UTF_8));
        }
      }
    }
    return all.toString();
  }

  private static byte[] concat(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  /** Letters that hardly become fewer by compression. */
  private static String noise(int length) {
    Random random = new Random(length);
    StringBuilder noise = new StringBuilder(length);
    while (noise.length() < length) {
      noise.append((char) ('a' + random.nextInt(26)));
    }
    return noise.toString();
  }
}
