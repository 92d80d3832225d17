package signpost.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import signpost.events.Topics;
import signpost.events.WireRecord;

final class NewestOfKeyTest {
  private final NewestOfKey newest = new NewestOfKey(7);

  @Test
  void recordCountsThoughOtherKeysStandBehindIt() {
    assertThat(newest.test(record(7, "k"))).isTrue();
    assertThat(newest.test(record(8, "other"))).isTrue();
    assertThat(newest.newest()).contains(record(7, "k"));
  }

  @Test
  void newerOneOfItsKeyCountsInsteadOnATopicThatKeepsAllAsWell() {
    assertThat(newest.test(record(7, "k"))).isTrue();
    assertThat(newest.test(record(9, "k"))).as("nothing more is to be read").isFalse();
    assertThat(newest.newest()).isEmpty();
  }

  @Test
  void recordThatWasCompactedAwayIsGone() {
    assertThat(newest.test(record(8, "k"))).isFalse();
    assertThat(newest.newest()).isEmpty();
  }

  @Test
  void nothingThereIsNothing() {
    assertThat(newest.newest()).isEmpty();
  }

  private static ReadRecord record(long offset, String key) {
    WireRecord message = WireRecord.of(Topics.LINKS, key, Map.of(), new byte[] {1});
    return new ReadRecord(new TopicPartition(Topics.LINKS, 0), offset, message);
  }
}
