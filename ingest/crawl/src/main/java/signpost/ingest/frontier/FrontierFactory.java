package signpost.ingest.frontier;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.record.store.Database;

/** Provides the frontier in SQL. */
@Factory
final class FrontierFactory {
  @Singleton
  Frontier frontier(Database database) {
    return new SqlFrontier(database);
  }
}
