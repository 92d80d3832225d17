package signpost.ingest.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import signpost.ingest.IngestConfig;
import signpost.ingest.listing.CatalogueStep;

/** What the catalogue's files say, and what is wrong with them. */
@Controller("/api/catalogue")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogueController {
  private final CatalogueStep catalogue;
  private final IngestConfig config;

  CatalogueController(CatalogueStep catalogue, IngestConfig config) {
    this.catalogue = catalogue;
    this.config = config;
  }

  @Get
  CatalogueStatus catalogue() {
    return CatalogueStatus.of(
        config.catalogue().toString(), catalogue.coverage(), catalogue.problems());
  }
}
