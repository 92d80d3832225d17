package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.record.intake.ParkedRecord;

final class ParkedPagesTest {
  @Test
  void pageSaysHowManyItDoesNotShow() {
    List<ParkedRecord> many =
        IntStream.range(0, 130)
            .mapToObj(i ->
                new ParkedRecord(
                    RecordParked.of(
                        WireRecord.tombstone(Topics.PAGES, "k" + i),
                        "odd",
                        "search",
                        Instant.EPOCH),
                    "0|" + i,
                    Optional.empty(),
                    Optional.empty()))
            .toList();

    ParkedPages.ParkedList list = ParkedPages.ParkedList.of(many, true);
    assertThat(list.shown()).hasSize(100).allMatch(ParkedLine::isWaiting);
    assertThat(list.hidden()).isEqualTo(30);
  }

  @Test
  void whatIsNotKnownIsNotCalledUntried() {
    assertThat(ParkedPages.words("unclear", "the notifier does not answer"))
        .isEqualTo(
            "It is not known yet what came of it: look again in a minute."
                + " Why: the notifier does not answer");
  }

  @Test
  void refusalComesWithItsReason() {
    assertThat(ParkedPages.words("refused", "nobody knows the type x"))
        .isEqualTo(
            "The record cannot be handled now either. Nothing was changed."
                + " Why: nobody knows the type x");
    assertThat(ParkedPages.words("untried", "")).doesNotContain("Why");
  }
}
