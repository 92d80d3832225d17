package signpost.ingest.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import signpost.ingest.IngestConfig;
import signpost.record.WritableFolder;

/** Opens the database the configuration names: SQLite in the data folder unless told otherwise. */
@Factory
final class Storage {
  @Singleton
  @Bean(preDestroy = "close")
  Database database(
      IngestConfig config,
      @Property(name = "signpost.jdbc.url", defaultValue = "") String url,
      @Property(name = "signpost.jdbc.username", defaultValue = "") String user,
      @Property(name = "signpost.jdbc.password", defaultValue = "") String password) {
    return Database.open(url.isEmpty() ? inFolder(config.data()) : url, user, password);
  }

  private static String inFolder(Path folder) {
    return "jdbc:sqlite:" + WritableFolder.at(folder).resolve("ingest.db");
  }
}
