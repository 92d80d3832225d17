package signpost.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.ParkedEvent;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.record.intake.ParkedRecords.ParkedWindow;

final class ParkedRecordsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final TopicPartition PART = new TopicPartition(Topics.PARKED, 0);

  private final ParkedRecords records =
      new ParkedRecords(new ParkedWindow(Map.of(PART, 0L), Map.of(PART, 0L), Map.of(PART, 9L)));
  private long offset;

  @Test
  void recordThatNobodyHasSeenToStandsBeforeAllThatWereHandledSince() {
    parked("notifier", "0|1", NOON);
    for (int i = 2; i < 200; i++) {
      parked("notifier", "0|" + i, NOON.plusSeconds(i));
      replayed("notifier", "0|" + i);
    }
    parked("search", "0|1", NOON.minusSeconds(9));

    assertThat(records.all()).hasSize(200);
    assertThat(records.all().subList(0, 2)).extracting(ParkedRecord::name).containsOnly("0|1");
    assertThat(records.all().get(2).name()).as("the youngest of the others").isEqualTo("0|199");
    assertThat(records.waiting()).containsOnly(Map.entry("notifier", 1L), Map.entry("search", 1L));
    assertThat(records.hasOlder()).isFalse();
  }

  @Test
  void dismissedRecordWaitsForNobodyThoughItIsPutAsideAgainForTheSameReason() {
    parked("search", "0|1", NOON);
    add(RecordDismissed.of(record("search", "0|1").parked(), "0|1", NOON));
    assertThat(records.waiting()).isEmpty();

    parked("search", "0|1", NOON.plusSeconds(60));
    assertThat(record("search", "0|1").isWaiting()).isFalse();
    add(RecordParked.of(odd(), Optional.of("0|1"), "another reason", "search", NOON));
    assertThat(record("search", "0|1").isWaiting()).isTrue();
  }

  @Test
  void handledRecordWaitsAgainOnceItIsPutAsideAgain() {
    parked("search", "0|1", NOON);
    replayed("search", "0|1");
    assertThat(records.waiting()).isEmpty();

    parked("search", "0|1", NOON.plusSeconds(60));
    assertThat(records.waiting()).containsOnly(Map.entry("search", 1L));
  }

  @Test
  void recordThatWasNeverSentCanBeDismissedByTheEventThatPutItAside() {
    add(RecordParked.of(odd(), "too large", "ingest", NOON));
    ParkedRecord aside = records.all().getFirst();
    add(RecordDismissed.of(aside.parked(), aside.name(), NOON));

    assertThat(records.waiting()).isEmpty();
  }

  private ParkedRecord record(String by, String place) {
    return records.find(by, Topics.PAGES, place).orElseThrow();
  }

  private void parked(String by, String place, Instant at) {
    add(RecordParked.of(odd(), Optional.of(place), "odd", by, at));
  }

  private void replayed(String by, String place) {
    add(RecordReplayed.of(odd(), place, by, NOON));
  }

  private static WireRecord odd() {
    return WireRecord.of(Topics.PAGES, "k", Map.of(), new byte[] {'{'});
  }

  private void add(ParkedEvent event) {
    Envelope envelope = Envelope.of(event, "test", NOON, offset + 1);
    assertThat(records.add(new ReadRecord(PART, offset++, EventCodec.encode(envelope)))).isTrue();
  }
}
