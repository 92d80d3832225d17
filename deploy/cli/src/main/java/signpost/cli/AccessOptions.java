package signpost.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import signpost.local.LocalModule;
import signpost.local.SettingsReader;
import signpost.record.store.Database;
import signpost.record.store.JdbcConfig;
import signpost.record.store.UnusableDatabase;
import signpost.search.SearchRecord;
import signpost.search.account.LocalAccounts;
import signpost.search.account.MachineTokens;
import signpost.search.audit.AuditLog;
import signpost.tools.CannotStartException;

/** Where search keeps who may do what. It may run meanwhile. */
final class AccessOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "search's folder (default: .signpost/search; environment: SIGNPOST_DATA). Run this as the user who runs Signpost")
  private @Nullable Path data;

  @Mixin private SetOption set = new SetOption();

  /** What is kept there. */
  record KeptAccess(LocalAccounts accounts, MachineTokens machines) {}

  /** Does something with it. */
  <T> T with(Function<KeptAccess, T> work) {
    Map<String, Object> settings = set.settings();
    PartOptions.putFolder(LocalModule.SEARCH, Optional.ofNullable(data), settings);
    try (Database database = open(settings)) {
      InstantSource wall = InstantSource.system();
      return work.apply(
          new KeptAccess(
              LocalAccounts.of(database, wall),
              new MachineTokens(database, new AuditLog(database, wall), wall)));
    } catch (UnusableDatabase e) {
      throw new CannotStartException(String.valueOf(e.getMessage()));
    }
  }

  private static Database open(Map<String, Object> settings) {
    try (SettingsReader reader = SettingsReader.open(LocalModule.SEARCH, settings, true)) {
      List<String> problems = reader.problems();
      JdbcConfig jdbc =
          reader
              .read(JdbcConfig.class)
              .orElseThrow(() -> new CannotStartException(String.join("\n", problems)));
      Path folder = Path.of(reader.value("signpost.data"));
      Path file = folder.resolve(SearchRecord.SCHEMA.file());
      if (jdbc.url().isEmpty() && !Files.isRegularFile(file)) {
        throw new CannotStartException(
            ("There is no %s, where search keeps who may do what. Start search once; or say --data DIR,"
                    + " its folder; or give its signpost.jdbc.url, if its unit is told one.")
                .formatted(file));
      }
      return Database.open(SearchRecord.SCHEMA, jdbc.orFile(SearchRecord.SCHEMA, folder));
    }
  }
}
