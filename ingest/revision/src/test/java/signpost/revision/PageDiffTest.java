package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadablePage;

class PageDiffTest {
  private static final String[] WORDS =
      "call text the helpline 116 123 for help, day or night. Ask who can: a nurse (or not)? £5 née ’s"
          .split(" ");

  @Test
  void readingsThatDifferInNothingHaveNoChange() {
    PageDiff diff = diff(page("Call us", "Any day"), page("Call us", "Any day"));
    assertThat(diff.change()).isEmpty();
    assertThat(diff.text()).allMatch(segment -> segment.kind() == SegmentKind.EQUAL);
  }

  @Test
  void eitherTextCanBeReadFromTheDifference() {
    Random random = new Random(4);
    for (int round = 0; round < 400; round++) {
      String[] old = lines(random, random.nextInt(12));
      ReadablePage before = page(old);
      ReadablePage after = page(edited(old, random));
      assertRestored(before, after);
    }
  }

  @Test
  void aMovedBlockIsTakenOutAndPutInAgainInTheWholeText() {
    ReadablePage before = page("One thing", "Another thing", "A third thing", "The fourth thing");
    ReadablePage after = page("The fourth thing", "One thing", "Another thing", "A third thing");
    assertRestored(before, after);
    assertThat(diff(before, after).change().orElseThrow().hunks())
        .allMatch(hunk -> hunk.kind() == HunkKind.MOVED);
  }

  @Test
  void largeTextsWithNothingInCommonAreGivenUpAndSaidToBePartial() {
    String old = text(new Random(1), 256 * 1024, 40_000);
    String young = text(new Random(2), 256 * 1024, 40_000);
    assertThat(diff(page(old), page(young)).partial()).isTrue();
    assertRestored(page(old), page(young));
  }

  @Test
  void manySmallBlocksAreCompared() {
    ReadablePage before = page(lines(new Random(1), 5_000));
    ReadablePage after = page(lines(new Random(2), 5_000));
    assertRestored(before, after);
  }

  private static void assertRestored(ReadablePage before, ReadablePage after) {
    PageDiff diff = diff(before, after);
    assertThat(side(diff, SegmentKind.DELETE)).isEqualTo(whole(before));
    assertThat(side(diff, SegmentKind.INSERT)).isEqualTo(whole(after));
  }

  private static PageDiff diff(ReadablePage before, ReadablePage after) {
    return PageDiff.between(before, after, false);
  }

  private static String side(PageDiff diff, SegmentKind side) {
    return diff.text().stream()
        .filter(segment -> segment.kind() == SegmentKind.EQUAL || segment.kind() == side)
        .map(segment -> segment.text())
        .collect(Collectors.joining());
  }

  private static String whole(ReadablePage page) {
    return page.text();
  }

  private static ReadablePage page(String... lines) {
    return WrittenPage.saying(lines).page();
  }

  private static String[] lines(Random random, int count) {
    return IntStream.range(0, count).mapToObj(_ -> line(random)).toArray(String[]::new);
  }

  private static String line(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(9))
        .mapToObj(_ -> WORDS[random.nextInt(WORDS.length)])
        .collect(Collectors.joining(" "));
  }

  private static String[] edited(String[] old, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(old));
    for (int edit = random.nextInt(4); edit >= 0; edit--) {
      int at = lines.isEmpty() ? 0 : random.nextInt(lines.size());
      switch (random.nextInt(4)) {
        case 0 -> lines.add(at, line(random));
        case 1 -> lines.subList(Math.min(at, lines.size()), Math.min(at + 1, lines.size())).clear();
        case 2 -> lines.add(lines.isEmpty() ? line(random) : lines.removeFirst());
        case 3 -> lines.replaceAll(line -> line.replace("help", "advice"));
        default -> throw new AssertionError();
      }
    }
    return lines.toArray(String[]::new);
  }

  private static String text(Random random, int length, int words) {
    StringBuilder text = new StringBuilder(length + 10);
    while (text.length() < length) {
      text.append('w').append(Integer.toString(random.nextInt(words), 36)).append(' ');
    }
    return text.toString().strip();
  }
}
