package signpost.successor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.successor.HostPaces.HostTurn;
import signpost.web.politeness.HostPace;

class PacesInMemoryTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final HostPaces paces = new PacesInMemory(() -> NOON);

  @Test
  void hostThatWantsToBeLeftAloneForLongIsNotWaitedFor() throws InterruptedException {
    turn("https://a.example").end(resting(HostPaces.PATIENCE.plusSeconds(1)));

    assertThat(paces.turn("https://a.example")).isEmpty();
    assertThat(paces.turn("https://b.example")).isPresent();
  }

  @Test
  void hostIsAskedAsItsLastAnswerSaid() throws InterruptedException {
    HostPace pace = resting(Duration.ZERO);
    turn("https://a.example").end(pace);

    assertThat(turn("https://a.example").pace()).isEqualTo(pace);
  }

  private HostTurn turn(String origin) throws InterruptedException {
    return paces.turn(origin).orElseThrow();
  }

  private static HostPace resting(Duration pause) {
    return new HostPace(Duration.ofSeconds(1), 1, NOON.plus(pause), 0, 0, Optional.empty());
  }
}
