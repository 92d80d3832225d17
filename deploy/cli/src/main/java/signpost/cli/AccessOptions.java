package signpost.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import signpost.local.LocalModule;
import signpost.local.backup.KeptPart;
import signpost.record.store.Database;
import signpost.search.account.LocalAccounts;
import signpost.search.account.MachineTokens;
import signpost.search.audit.AuditLog;

/** Where search keeps who may do what. It may run meanwhile. */
final class AccessOptions {
  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
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
    KeptPart search = KeptPart.of(Map.of(LocalModule.SEARCH, settings), true).getFirst();
    try (Database database = search.existing()) {
      InstantSource wall = InstantSource.system();
      return work.apply(
          new KeptAccess(
              LocalAccounts.of(database, wall),
              new MachineTokens(database, new AuditLog(database, wall), wall)));
    }
  }
}
