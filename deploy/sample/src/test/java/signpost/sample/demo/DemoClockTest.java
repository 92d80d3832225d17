package signpost.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import signpost.local.PendingWork;

class DemoClockTest {
  private static final Instant ZERO = Instant.parse("2026-03-02T05:00:00Z");
  private static final ClockStride STRIDE =
      new ClockStride(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofSeconds(4));

  @Test
  void timeDoesNotGoBack() {
    DemoClock clock = new DemoClock(ZERO);

    assertThatThrownBy(() -> clock.advanceTo(ZERO.minusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void strideEndsAtWhatIsDueNext() {
    assertThat(STRIDE.next(ZERO, Stream.of(minutes(40), minutes(30)), minutes(600)))
        .isEqualTo(minutes(30));
  }

  @Test
  void strideIsNoLongerThanTheLongest() {
    assertThat(STRIDE.next(ZERO, Stream.of(minutes(300)), minutes(600))).isEqualTo(minutes(60));
    assertThat(STRIDE.next(ZERO, Stream.empty(), minutes(600))).isEqualTo(minutes(60));
  }

  @Test
  void workThatIsDueWithinTheShortestStrideIsDoneTogether() {
    assertThat(STRIDE.next(ZERO, Stream.of(minutes(2), minutes(9)), minutes(600)))
        .isEqualTo(minutes(15));
  }

  @Test
  void strideStopsAtTheEnd() {
    assertThat(STRIDE.next(ZERO, Stream.empty(), minutes(5))).isEqualTo(minutes(5));
  }

  @Test
  void dayTakesFourSeconds() {
    assertThat(STRIDE.wall(ZERO, minutes(1440)))
        .isBetween(Duration.ofMillis(3999), Duration.ofSeconds(4));
  }

  @Test
  void clockStandsWhileWorkWaits() throws InterruptedException {
    DemoClock clock = new DemoClock(ZERO);
    AtomicInteger looks = new AtomicInteger();
    List<Instant> seen = new ArrayList<>();
    ClockTicker ticker =
        ticker(
            clock,
            () -> {
              seen.add(clock.instant());
              return waiting(looks.incrementAndGet() <= 5 ? 1 : 0);
            });

    ticker.runTo(minutes(60), at -> {});

    assertThat(seen.subList(0, 7)).containsOnly(ZERO);
    assertThat(clock.instant()).isEqualTo(minutes(60));
  }

  @Test
  void happeningsAreNotSteppedOver() throws InterruptedException {
    List<Instant> strides = new ArrayList<>();

    ticker(new DemoClock(ZERO), () -> waiting(0)).runTo(minutes(120), strides::add);

    assertThat(strides).containsExactly(minutes(45), minutes(105), minutes(120));
  }

  @Test
  void workThatNobodyDoesIsReported() {
    ClockTicker ticker = ticker(new DemoClock(ZERO), () -> waiting(3));

    assertThatThrownBy(() -> ticker.runTo(minutes(60), at -> {}))
        .isInstanceOf(StuckException.class)
        .hasMessageContaining("2026-03-02T05:00:00Z")
        .hasMessageContaining("nothing has moved for 20 seconds")
        .hasMessageContaining("3 visits due");
  }

  @Test
  void workThatIsDoneSlowlyIsWaitedFor() throws InterruptedException {
    DemoClock clock = new DemoClock(ZERO);
    AtomicInteger looks = new AtomicInteger();

    ticker(clock, () -> waiting(Math.max(0, 10 - looks.incrementAndGet() / 15)))
        .runTo(minutes(60), at -> {});

    assertThat(clock.instant()).isEqualTo(minutes(60));
    assertThat(looks).hasValueGreaterThan(150);
  }

  private static ClockTicker ticker(
      DemoClock clock, java.util.function.Supplier<PendingWork> backlog) {
    ClockStride fast = new ClockStride(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ZERO);
    return new ClockTicker(
        clock,
        new SteppingWall(),
        fast,
        List.of(minutes(45)),
        () -> new ClockTicker.WorkStanding(backlog.get(), 0),
        Duration.ofSeconds(20));
  }

  private static PendingWork waiting(long due) {
    return new PendingWork(due, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
  }

  private static Instant minutes(long minutes) {
    return ZERO.plus(Duration.ofMinutes(minutes));
  }

  /** A second passes at each look, so that patience ends without waiting. */
  private static final class SteppingWall implements java.time.InstantSource {
    private Instant now = ZERO;

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }
  }
}
