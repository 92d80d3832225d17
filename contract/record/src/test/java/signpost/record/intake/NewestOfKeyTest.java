package signpost.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.Topics;
import signpost.events.WireRecord;

final class NewestOfKeyTest {
  private final NewestOfKey newest = sought(record(7, Topics.LINKS, "k", "ended"));

  @Test
  void recordCountsThoughOtherKeysStandBehindIt() {
    assertThat(newest.test(record(7, Topics.LINKS, "k", "ended"))).isTrue();
    assertThat(newest.test(record(8, Topics.LINKS, "other", "ended"))).isTrue();
    assertThat(newest.newest()).contains(record(7, Topics.LINKS, "k", "ended"));
  }

  @Test
  void newerOneOfItsTypeCountsInsteadOnATopicThatKeepsAllAsWell() {
    assertThat(newest.test(record(7, Topics.LINKS, "k", "ended"))).isTrue();
    assertThat(newest.test(record(9, Topics.LINKS, "k", "ended")))
        .as("nothing more is to be read")
        .isFalse();
    assertThat(newest.newest()).isEmpty();
  }

  @Test
  void whereAPageWentIsNoNewerWordOfThatItEnded() {
    assertThat(newest.test(record(7, Topics.LINKS, "k", "ended"))).isTrue();
    assertThat(newest.test(record(9, Topics.LINKS, "k", "successor"))).isTrue();
    assertThat(newest.newest()).isPresent();
  }

  @Test
  void whereAPageWentIsOfThePastOnceSomethingNewIsToldOfIt() {
    ReadRecord went = record(7, Topics.LINKS, "k", "signpost.link.successor.v1");
    NewestOfKey successor = sought(went);

    assertThat(successor.test(went)).isTrue();
    assertThat(successor.test(record(9, Topics.LINKS, "k", "recovered"))).isFalse();
    assertThat(successor.newest()).isEmpty();
  }

  @Test
  void lastRecordOfAKeyIsAllThereIsOfItOnACompactedTopic() {
    NewestOfKey page = sought(record(7, Topics.PAGES, "k", "read"));

    assertThat(page.test(record(7, Topics.PAGES, "k", "read"))).isTrue();
    assertThat(page.test(record(9, Topics.PAGES, "k", "sung"))).isFalse();
    assertThat(page.newest()).isEmpty();
  }

  @Test
  void recordThatWasCompactedAwayIsGone() {
    assertThat(newest.test(record(8, Topics.LINKS, "k", "ended"))).isFalse();
    assertThat(newest.newest()).isEmpty();
  }

  @Test
  void anotherRecordThatStandsThereNowIsNotTheOneThatWasPutAside() {
    assertThat(newest.test(record(7, Topics.LINKS, "other", "ended"))).isFalse();
    assertThat(newest.newest()).isEmpty();
  }

  @Test
  void keyThatWasCutWhenItWasPutAsideIsKnownAgain() {
    ReadRecord odd = record(7, Topics.LINKS, "\0" + "k".repeat(900), "ended");
    NewestOfKey sought = sought(odd);

    assertThat(sought.test(odd)).isTrue();
    assertThat(sought.newest()).contains(odd);
  }

  @Test
  void nothingThereIsNothing() {
    assertThat(newest.newest()).isEmpty();
  }

  private static NewestOfKey sought(ReadRecord record) {
    RecordParked parked =
        RecordParked.of(
            record.message(), Optional.of(record.place()), "odd", "notifier", Instant.EPOCH);
    RecordPlace aside = new RecordPlace(new TopicPartition(Topics.PARKED, 0), 3);
    return new NewestOfKey(ParkedRecord.of(parked, record.place(), aside), record.offset());
  }

  private static ReadRecord record(long offset, String topic, String key, String type) {
    WireRecord message = WireRecord.of(topic, key, Map.of("ce_type", type), new byte[] {1});
    return new ReadRecord(new TopicPartition(topic, 0), offset, message);
  }
}
