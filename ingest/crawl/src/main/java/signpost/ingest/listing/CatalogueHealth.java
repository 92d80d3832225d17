package signpost.ingest.listing;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import signpost.catalogue.CatalogueProblem;
import signpost.catalogue.CatalogueProblem.Severity;

/**
 * Shows what is wrong in the catalogue's files. It is never down: what they said before is in
 * force, and a slip of the pen must not take the service out of a load balancer.
 */
@Singleton
final class CatalogueHealth implements HealthIndicator {
  private static final int MOST = 20;

  private final CatalogueStep catalogue;

  CatalogueHealth(CatalogueStep catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    List<CatalogueProblem> problems = catalogue.problems();
    long errors = problems.stream().filter(it -> it.severity() == Severity.ERROR).count();
    return Publishers.just(
        HealthResult.builder("catalogue", HealthStatus.UP)
            .details(
                Map.of(
                    "covers",
                    catalogue.coverage().inWords(),
                    "errors",
                    errors,
                    "warnings",
                    problems.size() - errors,
                    "problems",
                    problems.stream().limit(MOST).map(CatalogueProblem::toString).toList()))
            .build());
  }
}
