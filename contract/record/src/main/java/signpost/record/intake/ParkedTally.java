package signpost.record.intake;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import signpost.record.intake.ParkedRecords.ParkedWindow;
import signpost.record.topic.KafkaConfig;

/** How many records that were put aside wait for somebody; counted anew where something came. */
public final class ParkedTally {
  private final KafkaConfig kafka;
  private Optional<ParkedWindow> counted = Optional.empty();
  private Map<String, Long> waiting = Map.of();

  public ParkedTally(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /**
   * As {@link ParkedRecords#waiting}.
   *
   * @throws signpost.record.AwayException if Kafka does not answer in time
   */
  public synchronized Map<String, Long> waiting() {
    try (StandingRecords standing = new StandingRecords(kafka)) {
      ParkedWindow now = ParkedWindow.of(standing);
      if (counted.filter(now::equals).isEmpty()) {
        waiting = ParkedRecords.read(standing, now).waiting();
        counted = Optional.of(now);
      }
      return waiting;
    } catch (KafkaException e) {
      throw kafka.away(e);
    }
  }
}
