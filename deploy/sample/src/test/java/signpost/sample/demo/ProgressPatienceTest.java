package signpost.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressPatienceTest {
  private Instant now = Instant.parse("2026-03-02T05:00:00Z");
  private final ProgressPatience patience = new ProgressPatience(() -> now, Duration.ofSeconds(60));

  @Test
  void endsWhereNothingMoves() {
    assertThat(looks(100, 61, 0)).isFalse();
    assertThat(looks(600, 100, 0)).isTrue();
  }

  @Test
  void anythingThatMovesBeginsItAnew() {
    for (int visit = 0; visit < 50; visit++) {
      assertThat(looks(1000, 59, visit)).isFalse();
    }
  }

  @Test
  void machineThatWasAsleepIsNotBlamed() {
    assertThat(looks(Duration.ofHours(8).toMillis(), 50, 0)).isFalse();
  }

  private boolean looks(long millisApart, int times, int done) {
    boolean ended = false;
    for (int look = 0; look < times; look++) {
      now = now.plusMillis(millisApart);
      ended |= patience.ended(done);
    }
    return ended;
  }
}
