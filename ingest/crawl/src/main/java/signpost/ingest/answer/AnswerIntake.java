package signpost.ingest.answer;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.record.intake.ReadRecord;
import signpost.record.intake.RecordKeeper;
import signpost.record.intake.TopicReader;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.TopicSet;

/**
 * Reads what owners answered from the findings topic, each time from its beginning: the topic keeps
 * the last state of each finding, and what was taken in once is taken in again without effect. A
 * record that is no answer to us is passed over.
 */
@Context
public final class AnswerIntake {
  private static final Duration IDLE = Duration.ofMillis(500);

  private final KafkaConfig kafka;
  private final SaidAddresses said;
  private final SupervisedLoop loop;

  AnswerIntake(KafkaConfig kafka, SaidAddresses said, Supervisor supervisor) {
    this.kafka = kafka;
    this.said = said;
    this.loop =
        supervisor.start(
            LoopPlan.of("ingest-answers", "Reading what owners answered from Kafka", IDLE),
            this::connect);
  }

  private LoopWork.LoopLife connect() {
    return TopicReader.connect(kafka, List.of(Topics.FINDINGS), new AnswerKeeper());
  }

  private final class AnswerKeeper implements RecordKeeper {
    @Override
    public Map<TopicPartition, Long> begin(
        TopicSet.DescribedTopics topics,
        Map<TopicPartition, Long> first,
        Map<TopicPartition, Long> ends) {
      return Map.of();
    }

    @Override
    public void keep(List<ReadRecord> records, Map<TopicPartition, Long> next) {
      records.forEach(record -> keep(record.message()));
    }

    private void keep(WireRecord message) {
      if (EventCodec.decode(message) instanceof DecodedRecord.KnownEvent known
          && known.envelope().event() instanceof FindingChanged finding) {
        said.takeIn(finding);
      }
    }

    @Override
    public void caughtUp() {
      // Nothing waits for it.
    }
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
