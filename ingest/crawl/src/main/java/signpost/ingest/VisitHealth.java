package signpost.ingest;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import signpost.record.LoopHealth;
import signpost.record.LoopPlan;
import signpost.record.Supervisor;

/** How visits go. */
@Factory
final class VisitHealth {
  /** Visits are many at once and have no loop; while none gets through they are in trouble. */
  @Singleton
  @Named("visits")
  LoopHealth visits(Supervisor supervisor, IngestConfig config) {
    return supervisor.watch(LoopPlan.of("visits", "Visiting pages", config.poll()));
  }
}
