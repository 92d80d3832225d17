package signpost.record;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** One supervisor for all loops of the module; health lists those that do not get on. */
@Factory
@SerdeImport(FailingLoop.class)
final class ModuleSupervision {
  @Singleton
  @Bean(preDestroy = "close")
  Supervisor supervisor(
      @Named("wall") InstantSource wall, @Value("${signpost.clock:system}") String whoseClock) {
    boolean jumps = whoseClock.equals("external");
    return new Supervisor(wall, jumps ? LoopPace.USUAL.withoutLongRests() : LoopPace.USUAL);
  }

  @Singleton
  @Readiness
  HealthIndicator loops(Supervisor supervisor) {
    return () -> {
      var failing = supervisor.failing();
      HealthStatus status = supervisor.isReady() ? HealthStatus.UP : HealthStatus.DOWN;
      return Publishers.just(HealthResult.builder("loops", status).details(failing).build());
    };
  }
}
