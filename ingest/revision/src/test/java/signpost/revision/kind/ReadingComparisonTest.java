package signpost.revision.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.events.ChangeKind.COSMETIC;
import static signpost.events.ChangeKind.SUBSTANTIVE;
import static signpost.revision.WrittenRevision.changes;
import static signpost.revision.WrittenRevision.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.kit.WorkTime;
import signpost.revision.compare.ComparablePage;
import signpost.web.WrittenPage;

class ReadingComparisonTest {

  @Test
  void everyChangedPlaceHoldsItsOldAndItsNewText() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      List<String> old = lines(random, 1 + random.nextInt(12));
      List<String> young = edited(random, old);
      ChangeSummary change = changes(saying(old), saying(young));
      for (Hunk hunk : change.hunks()) {
        String before = view(hunk, SegmentKind.DELETE);
        String after = view(hunk, SegmentKind.INSERT);
        switch (hunk.kind()) {
          case CHANGED -> assertThat(old.contains(before) && young.contains(after)).isTrue();
          case REMOVED -> assertThat(old.contains(before) && after.isEmpty()).isTrue();
          case ADDED -> assertThat(young.contains(after) && before.isEmpty()).isTrue();
          case MOVED -> assertThat(old.contains(after) && young.contains(after)).isTrue();
        }
      }
      assertThat(change.partial()).isFalse();
      assertThat(change.importance()).isBetween(0.0, 1.0);
      assertThat(change.kinds()).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void blockThatMovedIsNeitherAddedNorRemoved() {
    ChangeSummary change =
        changes(
            WrittenPage.saying("One thing.", "Two things.", "Three things."),
            WrittenPage.saying("Two things.", "Three things.", "One thing."));

    assertThat(change.hunks()).extracting(Hunk::kind).containsExactly(HunkKind.MOVED);
    assertThat(change.kinds()).containsExactly(COSMETIC);
  }

  @Test
  void oneOfTwoLikeBlocksThatGoesIsRemoved() {
    ChangeSummary change =
        changes(
            WrittenPage.saying("Ask for help.", "Talk to someone.", "Ask for help."),
            WrittenPage.saying("Ask for help.", "Talk to someone."));

    assertThat(change.hunks()).extracting(Hunk::kind).containsExactly(HunkKind.REMOVED);
    assertThat(change.kinds()).containsExactly(SUBSTANTIVE);
  }

  @Test
  void blockAddedBesideAChangedOneIsNotMistakenForIt() {
    ChangeSummary change =
        changes(
            WrittenPage.saying("Listen to the child without pressing for details.", "End."),
            WrittenPage.saying(
                "Ring 0300 123 4567 when in doubt.",
                "Listen to the child without ever pressing for details.",
                "End."));

    assertThat(change.hunks())
        .extracting(Hunk::kind)
        .containsExactly(HunkKind.ADDED, HunkKind.CHANGED);
  }

  @Test
  void blocksWithNothingInCommonAreNotPaired() {
    ChangeSummary change =
        changes(
            WrittenPage.saying("Alpha beta gamma.", "Delta epsilon zeta.", "End."),
            WrittenPage.saying("Uno dos tres.", "Cuatro cinco seis.", "Siete ocho.", "End."));

    assertThat(change.hunks())
        .extracting(Hunk::kind)
        .containsOnly(HunkKind.REMOVED, HunkKind.ADDED)
        .hasSize(5);
  }

  @Test
  void changeStandsUnderTheHeadingAboveIt() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(
                "# Grief", "Loss hurts.", "# Sleep", "Rest at night.", "# Food", "Eat."),
            WrittenPage.saying(
                "# Grief", "Loss hurts.", "# Sleep", "Nap by day.", "# Food", "Eat."));

    assertThat(change.hunks()).extracting(Hunk::heading).containsExactly("Sleep");
  }

  @Test
  void neighbouringReplacedWordsAreOnePhrase() {
    ChangeSummary change =
        changes(
            WrittenPage.saying("You may ask your family doctor today."),
            WrittenPage.saying("You may ask any school nurse today."));

    assertThat(change.hunks().getFirst().segments())
        .containsExactly(
            new Segment(SegmentKind.EQUAL, "You may ask "),
            new Segment(SegmentKind.DELETE, "your family doctor"),
            new Segment(SegmentKind.INSERT, "any school nurse"),
            new Segment(SegmentKind.EQUAL, " today."));
  }

  @Test
  void manyPlacesAreCutToTheMostImportantAndSaySo() {
    List<String> old = new ArrayList<>();
    List<String> young = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      old.add("Common line " + i);
      young.add("Common line " + i);
      old.add("Advice the " + i + "th is to wait.");
      young.add("Advice the " + i + "th is to act.");
    }
    old.add("Call 0131 496 0001.");
    young.add("Call 0131 496 0002.");

    ChangeSummary change = changes(saying(old), saying(young));

    assertThat(change.partial()).isTrue();
    assertThat(change.hunks()).hasSize(ShownChanges.MOST_HUNKS);
    assertThat(view(change.hunks().getFirst(), SegmentKind.INSERT))
        .isEqualTo("Call 0131 496 0002.");
  }

  @Test
  void passagesBeyondWhatIsJudgedCountAsWordsAndMakeTheChangePartial() {
    String filler = words(new Random(5), 140_000, "a");

    ChangeSummary change =
        changes(
            WrittenPage.saying("Start.", filler, "Middle.", "Open 9am to 5pm.", "End."),
            WrittenPage.saying("Start.", "Middle.", "Open 10am to 4pm.", "End."));

    assertThat(change.partial()).isTrue();
    assertThat(change.kinds()).containsExactly(SUBSTANTIVE);
  }

  @Test
  void hugeUnlikeBlocksAreQuickAndPartial() {
    Random random = new Random(1);
    String old = words(random, 256 * 1024, "a");
    String young = words(random, 256 * 1024, "b");

    ChangeSummary change = timed(WrittenPage.saying(old), WrittenPage.saying(young));

    assertThat(change.partial()).isTrue();
    assertThat(view(change.hunks().getFirst(), SegmentKind.DELETE)).isEqualTo(old);
    assertThat(view(change.hunks().getFirst(), SegmentKind.INSERT)).isEqualTo(young);
  }

  @Test
  void hugeBlockWithASmallEditIsComparedToTheEnd() {
    String old = words(new Random(2), 512 * 1024, "a");

    ChangeSummary change =
        timed(WrittenPage.saying(old + " wait here"), WrittenPage.saying("Now " + old));

    assertThat(change.partial()).isFalse();
    assertThat(change.hunks().getFirst().segments()).hasSize(3);
  }

  @Test
  void manyLargeRewrittenBlocksAreQuick() {
    Random random = new Random(4);
    List<String> old = IntStream.range(0, 100).mapToObj(_ -> words(random, 8_000, "a")).toList();
    List<String> young = IntStream.range(0, 100).mapToObj(_ -> words(random, 8_000, "a")).toList();

    ChangeSummary change = timed(saying(old), saying(young));

    assertThat(change.partial()).isTrue();
    assertThat(characters(change)).isLessThanOrEqualTo(ShownChanges.MOST_CHARACTERS);
  }

  @Test
  void textMadeToBeSlowIsQuick() {
    for (String hostile :
        List.of("a", "the ", "1 ", "a.", "0.", "text 1", "updated on ", "may 1 ")) {
      String old = hostile.repeat(40_000 / hostile.length());
      timed(WrittenPage.saying(old + " once 7"), WrittenPage.saying("8 then " + old));
    }
  }

  @Test
  void manyUnlikeBlocksAreQuick() {
    List<String> old = IntStream.range(0, 5_000).mapToObj(i -> "old line " + i).toList();
    List<String> young = IntStream.range(0, 5_000).mapToObj(i -> "new row " + i).toList();

    assertThat(timed(saying(old), saying(young)).partial()).isTrue();
  }

  /** Far above what it takes; the limit is in steps. */
  private static ChangeSummary timed(WrittenPage before, WrittenPage after) {
    ComparablePage old = reading(before);
    ComparablePage young = reading(after);
    AtomicReference<ChangeSummary> change = new AtomicReference<>();
    assertThat(WorkTime.of(() -> change.set(ReadingComparison.between(old, young, false))))
        .isLessThan(Duration.ofSeconds(30));
    return change.get();
  }

  private static long characters(ChangeSummary change) {
    return change.hunks().stream()
        .flatMap(hunk -> hunk.segments().stream())
        .mapToLong(segment -> segment.text().length())
        .sum();
  }

  private static WrittenPage saying(List<String> lines) {
    return WrittenPage.saying(lines.toArray(String[]::new));
  }

  private static String view(Hunk hunk, SegmentKind side) {
    return hunk.segments().stream()
        .filter(it -> it.kind() == SegmentKind.EQUAL || it.kind() == side)
        .map(Segment::text)
        .collect(Collectors.joining());
  }

  private static String words(Random random, int characters, String letter) {
    StringBuilder text = new StringBuilder(letter);
    while (text.length() < characters) {
      text.append(' ').append(letter).append(random.nextInt(40_000));
    }
    return text.toString();
  }

  private static List<String> lines(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> words(random, 10 + random.nextInt(60), "w"))
        .toList();
  }

  private static List<String> edited(Random random, List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(all.size());
      switch (random.nextInt(4)) {
        case 0 -> all.add(at, lines(random, 1).getFirst());
        case 1 -> all.set(at, all.get(at).replaceFirst(" w\\d+", " other; words"));
        case 2 -> all.add(all.remove(at));
        default -> all.set(at, all.get(at) + "  trailing, words. ");
      }
    }
    return all;
  }
}
