package signpost.record.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class FigureBoardTest {
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final FigureBoard board = new FigureBoard(meters);
  private final FigureSource source = List::of;

  @Test
  void figureIsToldAsItStoodLast() {
    board.put(source, List.of(Figure.of(SignpostMeter.TARGETS_DUE, 3)));
    board.put(source, List.of(Figure.of(SignpostMeter.TARGETS_DUE, 5)));

    assertThat(meters.get("signpost.targets.due").gauge().value()).isEqualTo(5);
    assertThat(board.all()).containsExactly(Figure.of(SignpostMeter.TARGETS_DUE, 5));
  }

  /** The database may be away: what it said before is no news. */
  @Test
  void whatIsNotKnownAnyMoreIsNoNumber() {
    board.put(source, List.of(Figure.of(SignpostMeter.TARGETS_DUE, 3)));
    board.put(source, List.of());

    assertThat(meters.get("signpost.targets.due").gauge().value()).isNaN();
    assertThat(board.all()).isEmpty();
  }

  /** One may hang, or fail, for as long as it likes. */
  @Test
  void sourceThatSaysNothingTakesNothingFromTheOthers() {
    FigureSource other = () -> List.of(Figure.of(SignpostMeter.OUTBOX_ROWS, 1));
    board.put(source, List.of(Figure.of(SignpostMeter.TARGETS_DUE, 3)));
    board.put(other, List.of(Figure.of(SignpostMeter.OUTBOX_ROWS, 1)));
    board.forget(source);

    assertThat(meters.get("signpost.targets.due").gauge().value()).isNaN();
    assertThat(board.all()).containsExactly(Figure.of(SignpostMeter.OUTBOX_ROWS, 1));
  }

  @Test
  void whatTakesLongIsAskedLessOften() {
    assertThat(FigureWatch.rest(Duration.ofMillis(5))).isLessThan(Duration.ofSeconds(10));
    assertThat(FigureWatch.rest(Duration.ofMillis(300))).isEqualTo(Duration.ofSeconds(30));
    assertThat(FigureWatch.rest(Duration.ofSeconds(40))).isEqualTo(Duration.ofMinutes(1));
  }

  /** Else what was counted before anything was there would stand for a minute. */
  @Test
  void whatTookLongOnceIsAskedAgainSoon() {
    AtomicInteger asked = new AtomicInteger();
    FigureWatch watch =
        new FigureWatch(
            () -> {
              asked.incrementAndGet();
              Thread.sleep(200);
              return List.of();
            },
            board);
    await()
        .until(
            () -> {
              watch.look();
              return asked.get();
            },
            it -> it == 2);
  }

  @Test
  void labelsTellFiguresApart() {
    board.put(
        source,
        List.of(
            Figure.of(SignpostMeter.CATALOGUE_PROBLEMS, 1, "error"),
            Figure.of(SignpostMeter.CATALOGUE_PROBLEMS, 7, "warning")));

    assertThat(meters.get("signpost.catalogue.problems").tag("severity", "error").gauge().value())
        .isEqualTo(1);
    assertThat(meters.get("signpost.catalogue.problems").tag("severity", "warning").gauge().value())
        .isEqualTo(7);
  }

  @Test
  void whatAStrangerWroteBecomesNoSeries() {
    SignpostMeter.RECORDS.count(meters, "unknown", "signpost.pages");
    SignpostMeter.RECORDS.count(meters, "sung.v9", "https://a.example/");

    assertThat(
            meters
                .get("signpost.records")
                .tags("outcome", "other", "topic", "other")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(meters.get("signpost.records").counters()).hasSize(2);
    assertThatThrownBy(() -> SignpostMeter.RECORDS.count(meters, "handled"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
