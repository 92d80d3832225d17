package signpost.ingest.evidence;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import signpost.ingest.IngestConfig;
import signpost.record.LoopHealth;
import signpost.record.LoopPlan;
import signpost.record.Supervisor;

/** How the keeping of evidence goes: visits go on without it, and ops see that they do. */
@Factory
final class EvidenceHealth {
  @Singleton
  @Named("evidence")
  LoopHealth evidence(Supervisor supervisor, IngestConfig config) {
    return supervisor.watch(
        LoopPlan.of("evidence", "Keeping what pages said", config.poll()).unneeded());
  }
}
