package signpost.notifier.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import signpost.notifier.NotifierConfig;

/** Opens the database the configuration names: SQLite in the data folder unless told otherwise. */
@Factory
final class Storage {
  @Singleton
  @Bean(preDestroy = "close")
  DataFolder folder(NotifierConfig config) {
    return DataFolder.hold(config.data());
  }

  @Singleton
  @Bean(preDestroy = "close")
  Database database(
      DataFolder folder,
      @Property(name = "signpost.jdbc.url", defaultValue = "") String url,
      @Property(name = "signpost.jdbc.username", defaultValue = "") String user,
      @Property(name = "signpost.jdbc.password", defaultValue = "") String password) {
    String where = url.isEmpty() ? "jdbc:sqlite:" + folder.resolve("notifier.db") : url;
    return Database.open(where, user, password);
  }
}
