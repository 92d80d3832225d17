package signpost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What the launcher prints for {@code --help} without building anything; run with {@code
 * -Dsignpost.help.write} it writes the texts instead.
 */
class HelpTest {
  private static final Path TEXTS = Path.of("..", "help");

  /** All commands, those within others too: {@code catalogue-check}. */
  static List<String> commands() {
    return Main.commandLine().getSubcommands().entrySet().stream()
        .flatMap(command ->
            Stream.concat(
                Stream.of(command.getKey()),
                command.getValue().getSubcommands().keySet().stream()
                    .map(inner -> command.getKey() + "-" + inner)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void launchersTextIsWhatTheCommandWouldSay(String name) throws IOException {
    String said = command(name).getUsageMessage().replace("\r\n", "\n");
    Path text = TEXTS.resolve(name + ".txt");
    if (System.getProperty("signpost.help.write") != null) {
      Files.writeString(text, said);
    }

    assertThat(text).content(UTF_8).isEqualTo(said);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noAddressIsBrokenOverTwoLines(String name) {
    CommandLine command = command(name);
    List<String> printed = List.of(command.getUsageMessage().split("\\s+"));

    assertThat(words(command).filter(word -> word.matches(".*[/.:]\\S.*")))
        .isSubsetOf(printed.stream().toList());
  }

  private static CommandLine command(String name) {
    CommandLine command = Main.commandLine();
    for (String part : name.split("-", -1)) {
      command = Objects.requireNonNull(command.getSubcommands().get(part), name);
    }
    return command;
  }

  private static Stream<String> words(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    Stream<String> options =
        command.getCommandSpec().options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> Arrays.stream(option.description()));
    return Stream.of(Arrays.stream(usage.description()), Arrays.stream(usage.footer()), options)
        .flatMap(lines -> lines)
        .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
        .filter(word -> !word.contains("${"));
  }
}
