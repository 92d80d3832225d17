package signpost.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import signpost.local.ConfigFile;
import signpost.local.KnownKeys;
import signpost.local.LogFormat;
import signpost.tools.CannotStartException;

/** Any configuration key, given by name or in a file. */
final class SetOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      defaultValue = "${env:SIGNPOST_CONFIG}",
      description =
          "configuration keys in a YAML file; the environment and --set win (environment: SIGNPOST_CONFIG)")
  private @Nullable Path config;

  @Option(
      names = "--set",
      scope = ScopeType.INHERIT,
      paramLabel = "KEY=VALUE",
      description = "any configuration key; may be repeated")
  private Map<String, String> set = new LinkedHashMap<>();

  /**
   * What was given, to be added to; {@code --set} over the file. Logs are written as it says from
   * now on, and variables of the environment that nobody reads are told.
   *
   * @throws signpost.tools.CannotStartException for a file that is wrong
   * @throws ParameterException for a key that nobody reads or a value that cannot be read
   */
  Map<String, Object> settings() {
    Map<String, Object> settings = quietly();
    logFormat(settings).use();
    KnownKeys known = KnownKeys.all();
    List<String> problems = known.problems(System.getenv());
    if (!problems.isEmpty()) {
      throw new CannotStartException("In the environment: " + String.join(" ", problems));
    }
    known
        .strangers(System.getenv().keySet())
        .forEach(it -> spec.commandLine().getErr().println("signpost: " + it));
    return settings;
  }

  /** The file that was given. */
  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /** As {@link #settings}, and nothing is done by it. */
  Map<String, Object> quietly() {
    if (!set.isEmpty()) {
      KnownKeys known = KnownKeys.all();
      set.forEach((key, value) ->
          known
              .problem(key, value)
              .ifPresent(problem -> {
                throw new ParameterException(spec.commandLine(), problem);
              }));
    }
    Map<String, Object> settings = new HashMap<>();
    if (config != null) {
      settings.putAll(ConfigFile.read(config, System.getenv().keySet()));
    }
    settings.putAll(set);
    logFormat(settings);
    return settings;
  }

  private static LogFormat logFormat(Map<String, Object> settings) {
    return LogFormat.named(
        Optional.ofNullable(settings.get(LogFormat.KEY))
            .map(Object::toString)
            .or(() -> Optional.ofNullable(System.getenv("SIGNPOST_LOG_FORMAT")))
            .orElse("text"));
  }
}
