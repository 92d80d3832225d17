package signpost.cli;

import java.util.HashSet;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * An option that a command hands down may stand before the subcommand or behind it, not on both
 * sides: picocli would forget the first without a word.
 */
final class OneSide {
  private OneSide() {}

  /**
   * Lets what was typed pass.
   *
   * @throws ParameterException for an option that stands on both sides
   */
  static void check(ParseResult parsed) {
    Set<String> before = new HashSet<>();
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command.matchedOptions().forEach(it -> before.add(it.longestName()));
      command = command.subcommand();
    }
    for (OptionSpec option : command.matchedOptions()) {
      if (before.contains(option.longestName())) {
        throw new ParameterException(
            command.commandSpec().commandLine(),
            "%s stands before “%s” and behind it. Put all of them behind it."
                .formatted(option.longestName(), command.commandSpec().name()));
      }
    }
  }
}
