package signpost.search.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.kit.TraceCollector;
import signpost.kit.TraceCollector.SeenSpan;
import signpost.record.intake.ReadRecord;
import signpost.record.intake.ReplayOutcome;
import signpost.record.intake.SoughtRecord.StandingRecord;
import signpost.record.topic.KafkaConfig;
import signpost.search.index.PageIndex;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.Traces;
import signpost.trace.TracesConfig;

/** A new connection, which has not yet looked where the index stands. */
final class IndexKeeperTest {
  private static final KafkaConfig NO_KAFKA = KafkaConfig.unsecured("127.0.0.1:1", "", (short) 1);
  private static final TopicPartition PAGES = new TopicPartition(Topics.PAGES, 0);

  @TempDir private Path home;

  @Test
  void recordTriedAgainBeforeAnythingIsReadLeavesThePositionsAsTheyWere() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      Map<String, String> positions =
          CommitPositions.write(NO_KAFKA, Map.of(Topics.PAGES, "id"), Map.of(PAGES, 400L));
      index.commit(positions);
      ReadRecord record =
          new ReadRecord(PAGES, 7, WireRecord.tombstone(Topics.PAGES, "https://a.example/1"));

      assertThat(keeper(index).replay(new StandingRecord(record, 400)))
          .isInstanceOf(ReplayOutcome.Untried.class);
      assertThat(index.committed()).isEqualTo(positions);
    }
  }

  @Test
  void whatOthersPutBeforeAnythingIsReadIsNotCommittedWithoutPositions() throws IOException {
    try (PageIndex index = PageIndex.open(home)) {
      Map<String, String> positions =
          CommitPositions.write(NO_KAFKA, Map.of(Topics.PAGES, "id"), Map.of(PAGES, 400L));
      index.commit(positions);
      index.remove(Topics.PAGES, "https://a.example/1");

      keeper(index).commit();
      assertThat(index.committed()).isEqualTo(positions);
    }
  }

  /** A trace is for ops: what is wrong with its header is wrong with nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"rubbish", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
  void recordIsTakenInWhateverAStrangerCallsItsTrace(String header) throws IOException {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (PageIndex index = PageIndex.open(home);
        TraceCollector collector = new TraceCollector()) {
      Traces traces = Traces.of(TracesConfig.at(collector.endpoint(), 1), "search");
      Map<String, String> headers = Map.of("traceparent", header);
      WireRecord message = WireRecord.tombstone(Topics.PAGES, "https://a.example/1", headers);
      new RecordHandler(
              index, new ParkingPlace(NO_KAFKA, Instant::now), new IntakeCounts(meters), traces)
          .handle(new ReadRecord(PAGES, 7, message));
      traces.run(() -> SpanPlan.of("after", SpanRole.INTERNAL, new SpanParent.NewTrace()), _ -> {});
      traces.close();
      SeenSpan after = collector.awaited("after");

      assertThat(meters.get("signpost.records").tag("outcome", "handled").counter().count())
          .isEqualTo(1);
      assertThat(collector.spans())
          .filteredOn(span -> !span.equals(after))
          .extracting(SeenSpan::trace)
          .isEqualTo(header.length() < 20 ? List.of() : List.of(header.substring(3, 35)));
    }
  }

  private static IndexKeeper keeper(PageIndex index) {
    RecordHandler handler =
        new RecordHandler(
            index,
            new ParkingPlace(NO_KAFKA, Instant::now),
            new IntakeCounts(new SimpleMeterRegistry()),
            Traces.off());
    return new IndexKeeper(NO_KAFKA, index, handler, new IntakeProgress(), Instant::now);
  }
}
