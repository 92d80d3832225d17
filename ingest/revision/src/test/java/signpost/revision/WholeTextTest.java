package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.kit.SharedData;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.compare.WholeText;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;

class WholeTextTest {
  private static final Path CORPUS =
      SharedData.folder("data/readability-pages").orElse(Path.of("none"));
  private static final String[] WORDS = {
    "care", "trauma", "0800 1111", "the", "’s", "naïve", "cafe\u0301", "🙂", "a\tb", "–", "Cymru"
  };

  @Test
  void eachSideIsGivenBackWhateverWasEdited() {
    Random random = new Random(11);
    for (int round = 0; round < 1_500; round++) {
      List<String> old = lines(random, random.nextInt(9));
      holds(old, edited(random, old), new DiffBudget(random.nextInt(4) == 0 ? 40 : 20_000_000));
    }
  }

  @Test
  void eachSideIsGivenBackOfUnrelatedTexts() {
    Random random = new Random(12);
    for (int round = 0; round < 300; round++) {
      holds(
          lines(random, 1 + random.nextInt(30)),
          lines(random, 1 + random.nextInt(30)),
          new DiffBudget(random.nextInt(2) == 0 ? 0 : 20_000_000));
    }
  }

  @Test
  void movedBlockIsDeletedHereAndInsertedThere() {
    WholeText text =
        WholeText.between(
            lines("Call us now", "Second words", "Third sentence"),
            lines("Second words", "Third sentence", "Call us now"),
            new DiffBudget(20_000_000));
    assertThat(text.exact()).isTrue();
    assertThat(text.segments())
        .containsExactly(
            new Segment(SegmentKind.DELETE, "Call us now\n"),
            new Segment(SegmentKind.EQUAL, "Second words\nThird sentence"),
            new Segment(SegmentKind.INSERT, "\nCall us now"));
  }

  @Test
  void unrelatedQuarterMegabytesArePartial() {
    List<String> old = unrelated(1, 256 * 1024, 60);
    List<String> young = unrelated(2, 256 * 1024, 60);
    assertThat(holds(old, young, new DiffBudget(20_000_000)).exact()).isFalse();
    assertThat(between(old, young).partial()).isTrue();
  }

  @Test
  void oneHugeBlockAgainstAnotherIsPartial() {
    List<String> old = unrelated(3, 256 * 1024, Integer.MAX_VALUE);
    List<String> young = unrelated(4, 256 * 1024, Integer.MAX_VALUE);
    assertThat(old).hasSize(1);
    assertThat(holds(old, young, new DiffBudget(20_000_000)).exact()).isFalse();
    assertThat(between(old, young).partial()).isTrue();
  }

  @Test
  void hundredThousandTinyBlocksArePartial() {
    List<String> old = IntStream.range(0, 100_000).mapToObj(i -> "a" + i).toList();
    List<String> young = IntStream.range(0, 100_000).mapToObj(i -> "b" + i).toList();
    assertThat(holds(old, young, new DiffBudget(20_000_000)).exact()).isFalse();
    assertThat(between(old, young).partial()).isTrue();
  }

  @Test
  void eachSideIsGivenBackOfRealPages() throws IOException {
    List<ReadablePage> pages = corpus();
    assumeTrue(!pages.isEmpty(), "no collection of pages at " + CORPUS);
    Random random = new Random(13);
    for (int i = 0; i < pages.size(); i++) {
      List<String> text = pages.get(i).blocks().stream().map(TextBlock::text).toList();
      holds(text, edited(random, text), new DiffBudget(20_000_000));
      ReadablePage other = pages.get((i + 1) % pages.size());
      PageDiff diff = PageDiff.between(pages.get(i), other, false);
      assertThat(side(diff.text(), SegmentKind.DELETE)).isEqualTo(pages.get(i).text());
      assertThat(side(diff.text(), SegmentKind.INSERT)).isEqualTo(other.text());
    }
  }

  private static PageDiff between(List<String> old, List<String> young) {
    return PageDiff.between(
        WrittenPage.saying(old.toArray(String[]::new)).page(),
        WrittenPage.saying(young.toArray(String[]::new)).page(),
        false);
  }

  private static WholeText holds(List<String> old, List<String> young, DiffBudget budget) {
    WholeText text =
        WholeText.between(
            lines(old.toArray(String[]::new)), lines(young.toArray(String[]::new)), budget);
    assertThat(side(text.segments(), SegmentKind.DELETE)).isEqualTo(String.join("\n", old));
    assertThat(side(text.segments(), SegmentKind.INSERT)).isEqualTo(String.join("\n", young));
    return text;
  }

  private static String side(List<Segment> segments, SegmentKind kind) {
    return segments.stream()
        .filter(it -> it.kind() == SegmentKind.EQUAL || it.kind() == kind)
        .map(Segment::text)
        .collect(Collectors.joining());
  }

  private static List<TextLine> lines(String... texts) {
    return Stream.of(texts)
        .map(text -> new TextLine(TextBlock.BlockKind.PARAGRAPH, text, false, 0))
        .toList();
  }

  private static List<String> lines(Random random, int count) {
    return IntStream.range(0, count).mapToObj(_ -> line(random)).toList();
  }

  private static String line(Random random) {
    return random
        .ints(1 + random.nextInt(8), 0, WORDS.length)
        .mapToObj(i -> WORDS[i])
        .collect(Collectors.joining(" "));
  }

  /** A few blocks put in, taken out, reworded, moved or said twice. */
  private static List<String> edited(Random random, List<String> old) {
    List<String> young = new ArrayList<>(old);
    for (int edits = random.nextInt(5); edits >= 0; edits--) {
      int at = random.nextInt(young.size() + 1);
      if (at == young.size()) {
        young.add(line(random));
        continue;
      }
      switch (random.nextInt(5)) {
        case 0 -> young.add(at, line(random));
        case 1 -> young.remove(at);
        case 2 -> young.set(at, young.get(at) + " " + line(random));
        case 3 -> Collections.rotate(young.subList(at, young.size()), 1);
        case 4 -> young.add(young.get(at));
        default -> throw new IllegalStateException("no such edit");
      }
    }
    return young;
  }

  private static List<String> unrelated(int seed, int characters, int wordsInBlock) {
    Random random = new Random(seed);
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    int written = 0;
    for (int words = 1; written < characters; words++) {
      String word = Integer.toString(random.nextInt(1 << 28), 36);
      block.append(block.isEmpty() ? "" : " ").append(word);
      written += word.length() + 1;
      if (words % wordsInBlock == 0) {
        blocks.add(block.toString());
        block.setLength(0);
      }
    }
    if (!block.isEmpty()) {
      blocks.add(block.toString());
    }
    return blocks;
  }

  private static List<ReadablePage> corpus() throws IOException {
    List<ReadablePage> pages = new ArrayList<>();
    if (!Files.isDirectory(CORPUS)) {
      return pages;
    }
    try (var reader = new MediaPageReader(PublisherRules.builtIn());
        Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(it -> it.endsWith("source.html")).sorted().limit(60).toList()) {
        WebUrl base = WebUrl.of("https://example.org/");
        if (reader.read(Files.readAllBytes(file), Optional.of("text/html"), base)
            instanceof ReadOutcome.Read(ReadablePage page)) {
          pages.add(page);
        }
      }
    }
    return pages;
  }
}
