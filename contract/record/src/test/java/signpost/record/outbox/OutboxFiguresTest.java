package signpost.record.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.record.meter.Figure;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.Database;
import signpost.record.store.Databases;
import signpost.record.store.ModuleSchema;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;
import signpost.trace.TraceLine;
import signpost.trace.Traces;
import signpost.trace.TracesConfig;

final class OutboxFiguresTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void oldestRowThatWaitsHasAnAgeAndWhatIsPutAsideIsCounted(@TempDir Path folder) {
    MeterRegistry meters = new SimpleMeterRegistry();
    try (Database database = Databases.sqlite(folder)) {
      Outbox outbox = new Outbox(database);
      OutboxFigures figures =
          new OutboxFigures(outbox, schema(true), meters, () -> NOON.plusSeconds(1200));
      assertThat(figures.figures())
          .containsExactly(
              Figure.of(SignpostMeter.OUTBOX_ROWS, 0), Figure.of(SignpostMeter.OUTBOX_AGE, 0));

      park(database, outbox, NOON);
      park(database, outbox, NOON.plusSeconds(60));

      assertThat(figures.figures())
          .containsExactly(
              Figure.of(SignpostMeter.OUTBOX_ROWS, 2), Figure.of(SignpostMeter.OUTBOX_AGE, 1200));
      assertThat(meters.get("signpost.parked").functionCounter().count()).isEqualTo(2);
      outbox.sent(outbox.unsent(1), NOON);
      assertThat(figures.figures()).contains(Figure.of(SignpostMeter.OUTBOX_AGE, 1140));
    }
  }

  /** Its count of what it put aside is its own, under the same name. */
  @Test
  void partWithoutAnOutboxSaysNothingOfOne(@TempDir Path folder) {
    MeterRegistry meters = new SimpleMeterRegistry();
    try (Database database = Databases.sqlite(folder)) {
      OutboxFigures figures =
          new OutboxFigures(new Outbox(database), schema(false), meters, () -> NOON);
      assertThat(figures.figures()).isEmpty();
      assertThat(meters.getMeters()).isEmpty();
    }
  }

  private static ModuleSchema schema(boolean publishes) {
    return new ModuleSchema("record", "nothing is lost", publishes);
  }

  /** Kafka's topics were lost, and what is days old is sent again. */
  @Test
  void whatIsSentAgainWaitsFromThenOn(@TempDir Path folder) {
    try (Database database = Databases.sqlite(folder)) {
      Outbox outbox = new Outbox(database);
      outbox.refill(Map.of(Topics.PARKED, "first"), NOON);
      park(database, outbox, NOON.minusSeconds(86_400));
      outbox.sent(outbox.unsent(1), NOON);
      assertThat(outbox.refill(Map.of(Topics.PARKED, "another"), NOON)).isEqualTo(1);

      assertThat(outbox.waitsSince()).contains(NOON);
    }
  }

  /** What a visit of long ago brought is not shown as if it were of today. */
  @Test
  void whatIsSentAgainNoLongerBelongsToItsTrace(@TempDir Path folder) {
    try (Database database = Databases.sqlite(folder);
        Traces traces = Traces.of(TracesConfig.at("http://127.0.0.1:9", 0), "ingest")) {
      Outbox outbox = new Outbox(database);
      outbox.refill(Map.of(Topics.PARKED, "first"), NOON);
      traces.run(
          () -> SpanPlan.of("visit", SpanRole.INTERNAL, new SpanParent.NewTrace()),
          _ -> park(database, outbox, NOON));
      Map<String, String> first = outbox.unsent(1).getFirst().message().headers();
      String trace = TraceLine.in(first).orElseThrow();
      outbox.sent(outbox.unsent(1), NOON);
      outbox.refill(Map.of(Topics.PARKED, "another"), NOON);

      Map<String, String> again = new HashMap<>(first);
      again.remove(TraceLine.NAME);
      again.put(TraceLine.BEFORE, trace);
      assertThat(outbox.unsent(1).getFirst().message().headers()).isEqualTo(again);
    }
  }

  /** The database may undo what was written, and it is then done again. */
  @Test
  void whatIsUndoneWasNotPutAside(@TempDir Path folder) {
    try (Database database = Databases.sqlite(folder)) {
      Outbox outbox = new Outbox(database);
      assertThatThrownBy(() ->
              database.write(handle -> {
                WireRecord record = WireRecord.tombstone(Topics.PAGES, "k");
                outbox.park(handle, record, "nobody reads it", NOON);
                throw new IllegalStateException("undone");
              }))
          .hasMessage("undone");
      assertThat(outbox.parkedCount()).isZero();
      park(database, outbox, NOON);
      assertThat(outbox.parkedCount()).isEqualTo(1);
    }
  }

  private static void park(Database database, Outbox outbox, Instant at) {
    database.write(handle -> {
      outbox.park(handle, WireRecord.tombstone(Topics.PAGES, "k"), "nobody reads it", at);
      return true;
    });
  }
}
