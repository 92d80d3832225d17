package signpost.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.MarkedWords.MarkLook;

class MarkedWordsTest {
  private static final Segment OLD = new Segment(SegmentKind.DELETE, "0800 1");
  private static final Segment NEW = new Segment(SegmentKind.INSERT, "0800 2");

  private static Segment same(String text) {
    return new Segment(SegmentKind.EQUAL, text);
  }

  @Test
  void wordsTakenOutAndPutInAreSaidInWords() {
    assertThat(MarkedWords.plain(List.of(same("Call "), OLD, NEW, same(", free.")), MarkLook.PLAIN))
        .isEqualTo("Call [taken out: 0800 1] [put in: 0800 2], free.");
  }

  @Test
  void marksThatEverybodyReadsStandApartFromWords() {
    assertThat(MarkedWords.plain(List.of(same("Call"), NEW, same("now")), MarkLook.PLAIN))
        .isEqualTo("Call [put in: 0800 2] now");
  }

  @Test
  void marksThatOnlyEarsReadLeaveTheTextAsItIs() {
    assertThat(MarkedWords.plain(List.of(same("電話"), OLD, same("番")), MarkLook.heard("h")))
        .isEqualTo(
            "電話<del><span class=\"h\"> [taken out: </span><bdi>0800 1</bdi>"
                + "<span class=\"h\">] </span></del>番");
  }

  @Test
  void placeIsCalledByWhatHappenedAndItsHeading() {
    ShownHunk moved = new ShownHunk(new Hunk(HunkKind.MOVED, "Fees", List.of(same("Free."))));
    assertThat(moved.labelUnder("Fees")).isEqualTo("Moved, its words unchanged, under “Fees”");
    assertThat(moved.labelUnder(" ")).isEqualTo("Moved, its words unchanged");
  }

  @Test
  void oldAndNewWordsOfAPlaceCanBeReadByThemselves() {
    ShownHunk place =
        new ShownHunk(new Hunk(HunkKind.CHANGED, "", List.of(same("Call "), OLD, NEW)));
    assertThat(place.before()).containsExactly(same("Call "), OLD);
    assertThat(place.after()).containsExactly(same("Call "), NEW);
  }
}
