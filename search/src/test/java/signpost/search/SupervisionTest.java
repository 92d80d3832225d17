package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import signpost.record.LoopPace;
import signpost.record.LoopPlan;
import signpost.record.Supervisor;
import signpost.search.embed.Embedding;

/** What health says of loops that do not get on. */
final class SupervisionTest {
  private static final Duration IDLE = Duration.ofMillis(1);

  @Test
  void searchWithoutVectorsIsReadyAndSaysWhatItLacks() {
    try (Supervisor supervisor = new Supervisor(InstantSource.system(), LoopPace.USUAL)) {
      fail(supervisor, Embedding.LOOP, "Reading what pages mean");
      assertThat(health(supervisor).getStatus()).isEqualTo(HealthStatus.UP);
      assertThat(String.valueOf(health(supervisor).getDetails()))
          .contains("Reading what pages mean");
      fail(supervisor, "search-intake", "Reading what happened into the index");
      assertThat(health(supervisor).getStatus()).isEqualTo(HealthStatus.DOWN);
      assertThat((List<?>) health(supervisor).getDetails()).hasSize(2);
    }
  }

  private static void fail(Supervisor supervisor, String name, String doing) {
    supervisor.watch(LoopPlan.of(name, doing, IDLE)).failed(new IllegalStateException("no"));
  }

  private static HealthResult health(Supervisor supervisor) {
    return Mono.from(new Supervision().loops(supervisor).getResult()).blockOptional().orElseThrow();
  }
}
