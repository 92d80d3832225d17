package signpost.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReadySinceTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void firstHostThatMayBeAskedAfterAQuietNightHasWaitedForNobody() {
    ReadySince ready = ReadySince.NEVER.found(0, NOON.minusSeconds(28_800)).found(1, NOON);

    assertThat(ready.age(NOON)).isZero();
    assertThat(ready.found(3, NOON.plusSeconds(600)).age(NOON.plusSeconds(600))).isEqualTo(600);
  }

  @Test
  void lookThatFindsNoneBeginsAnew() {
    ReadySince ready = ReadySince.NEVER.found(2, NOON).found(0, NOON.plusSeconds(60));

    assertThat(ready.age(NOON.plusSeconds(900))).isZero();
    assertThat(ready.found(1, NOON.plusSeconds(900)).age(NOON.plusSeconds(910))).isEqualTo(10);
  }
}
