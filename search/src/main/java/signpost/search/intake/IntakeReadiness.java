package signpost.search.intake;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Readiness: whether what happens reaches the pages. */
@Readiness
@Singleton
final class IntakeReadiness implements HealthIndicator {
  private final SearchIntake intake;

  IntakeReadiness(SearchIntake intake) {
    this.intake = intake;
  }

  private Map<String, Object> details() {
    Map<String, Object> details = new HashMap<>(Map.of("rebuilding", intake.rebuilding()));
    intake.mending().ifPresent(why -> details.put("damage", why));
    return details;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthResult.Builder result = HealthResult.builder("intake");
    return Publishers.just(
        switch (intake.state()) {
          case IntakeState.IntakeStarting _ ->
              result.status(HealthStatus.DOWN).details(Map.of("state", "connecting")).build();
          case IntakeState.IntakeRunning _ ->
              result.status(HealthStatus.UP).details(details()).build();
          case IntakeState.IntakeStopped(var reason, var since) ->
              result
                  .status(HealthStatus.DOWN)
                  .details(Map.of("reason", reason, "since", since.toString()))
                  .build();
        });
  }
}
