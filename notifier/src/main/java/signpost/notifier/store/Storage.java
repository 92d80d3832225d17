package signpost.notifier.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import signpost.notifier.NotifierConfig;

/** Opens the database the configuration names: SQLite in the data folder unless told otherwise. */
@Factory
final class Storage {
  @Singleton
  @Bean(preDestroy = "close")
  Database database(
      NotifierConfig config,
      @Property(name = "signpost.jdbc.url", defaultValue = "") String url,
      @Property(name = "signpost.jdbc.username", defaultValue = "") String user,
      @Property(name = "signpost.jdbc.password", defaultValue = "") String password) {
    return Database.open(url.isEmpty() ? inFolder(config.data()) : url, user, password);
  }

  private static String inFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + folder + " cannot be made or written; choose another with --data.", e);
    }
    return "jdbc:sqlite:" + folder.resolve("notifier.db");
  }
}
