package signpost.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What health says of loops that do not get on. */
final class ModuleSupervisionTest {
  private static final Duration IDLE = Duration.ofMillis(1);

  @Test
  void searchWithoutVectorsIsReadyAndSaysWhatItLacks() {
    try (Supervisor supervisor = new Supervisor(InstantSource.system(), LoopPace.USUAL)) {
      fail(supervisor, LoopPlan.of("embedding", "Reading what pages mean", IDLE).unneeded());
      assertThat(health(supervisor).getStatus()).isEqualTo(HealthStatus.UP);
      assertThat(String.valueOf(health(supervisor).getDetails()))
          .contains("Reading what pages mean");
      fail(supervisor, LoopPlan.of("search-intake", "Reading what happened into the index", IDLE));
      assertThat(health(supervisor).getStatus()).isEqualTo(HealthStatus.DOWN);
      assertThat((List<?>) health(supervisor).getDetails()).hasSize(2);
    }
  }

  private static void fail(Supervisor supervisor, LoopPlan plan) {
    supervisor.watch(plan).failed(new IllegalStateException("no"));
  }

  private static HealthResult health(Supervisor supervisor) {
    return Mono.from(new ModuleSupervision().loops(supervisor).getResult())
        .blockOptional()
        .orElseThrow();
  }
}
