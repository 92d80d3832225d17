package signpost.record.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/**
 * Holds the data folder and opens the database the configuration names: SQLite in that folder
 * unless told otherwise.
 */
@Factory
final class DataStorage {
  @Singleton
  @Bean(preDestroy = "close")
  DataFolder folder(
      @Property(name = "signpost.data") Path folder,
      @Property(name = "signpost.module") String module) {
    return DataFolder.hold(folder, module);
  }

  @Singleton
  @Bean(preDestroy = "close")
  Database database(ModuleSchema schema, DataFolder folder, JdbcConfig jdbc) {
    return Database.open(schema, jdbc.orFile(schema, folder.path()));
  }
}
