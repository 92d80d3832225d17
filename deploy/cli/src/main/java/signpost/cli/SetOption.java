package signpost.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.local.KnownKeys;

/** Any configuration key, given by name. */
final class SetOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "any configuration key; may be repeated")
  private Map<String, String> set = new LinkedHashMap<>();

  /**
   * What was given, to be added to.
   *
   * @throws ParameterException for a key that nobody reads or a value that cannot be read
   */
  Map<String, Object> settings() {
    if (!set.isEmpty()) {
      KnownKeys known = KnownKeys.load();
      set.forEach((key, value) ->
          known
              .problem(key, value)
              .ifPresent(problem -> {
                throw new ParameterException(spec.commandLine(), problem);
              }));
    }
    return new HashMap<>(set);
  }
}
