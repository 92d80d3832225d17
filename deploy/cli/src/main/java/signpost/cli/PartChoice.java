package signpost.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import signpost.local.LocalModule;
import signpost.local.RunPlan;
import signpost.local.backup.KeptPart;

/** Which parts a command is about, as they are started, and where they keep their data. */
final class PartChoice {
  @Option(
      names = "--part",
      scope = ScopeType.INHERIT,
      paramLabel = "PART",
      defaultValue = "run",
      description =
          "how it is started: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, all on this machine)")
  private StartedPart part = StartedPart.run;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "where it keeps everything (default: .signpost, or .signpost/<part>)")
  private @Nullable Path data;

  /** The command that starts it; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum StartedPart {
    run,
    ingest,
    search,
    notifier
  }

  /** Whether all parts are meant, on this machine. */
  boolean isRun() {
    return part == StartedPart.run;
  }

  /** What each part is given at its start with these settings, which are completed. */
  Map<LocalModule, Map<String, Object>> modules(Map<String, Object> settings) {
    return switch (part) {
      case run -> machine(settings);
      case ingest -> alone(LocalModule.INGEST, settings);
      case search -> alone(LocalModule.SEARCH, settings);
      case notifier -> alone(LocalModule.NOTIFIER, settings);
    };
  }

  /** Where all of it is kept. */
  Path home() {
    Path usual = isRun() ? Path.of(".signpost") : Path.of(".signpost", part.name());
    return (data == null ? usual : data).toAbsolutePath().normalize();
  }

  /**
   * Where what is of no part goes: home, or the folder of the only part, wherever it is configured.
   */
  Path home(List<KeptPart> kept) {
    return isRun() ? home() : kept.getFirst().folder();
  }

  /** Those of them that keep what nobody else knows. */
  List<KeptPart> kept(Map<String, Object> settings) {
    return KeptPart.of(modules(settings), true);
  }

  private Map<LocalModule, Map<String, Object>> machine(Map<String, Object> settings) {
    RunCommand.complete(settings, Optional.empty(), Optional.empty());
    RunPlan plan =
        new RunPlan(
            home(), new MachineOptions().addresses(), Optional.empty(), true, settings, Map.of());
    Map<LocalModule, Map<String, Object>> modules = new EnumMap<>(LocalModule.class);
    for (LocalModule module : LocalModule.values()) {
      modules.put(module, plan.settingsOf(module));
    }
    return modules;
  }

  private Map<LocalModule, Map<String, Object>> alone(
      LocalModule module, Map<String, Object> settings) {
    Map<String, Object> own = new HashMap<>(settings);
    PartOptions.putFolder(module, Optional.ofNullable(data), own);
    return Map.of(module, own);
  }
}
