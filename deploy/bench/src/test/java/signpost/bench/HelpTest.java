package signpost.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * What the launcher prints for {@code --help} without building anything; run with {@code
 * -Dsignpost.help.write} it writes the texts instead.
 */
class HelpTest {
  @Test
  void launchersTextsAreWhatTheBenchesWouldSay() throws IOException {
    for (Map.Entry<String, String> text : said().entrySet()) {
      Path file = Path.of("..", "help", text.getKey() + ".txt");
      if (System.getProperty("signpost.help.write") != null) {
        Files.writeString(file, text.getValue());
      }
      assertThat(file).content(UTF_8).isEqualTo(text.getValue());
    }
  }

  private static Map<String, String> said() {
    CommandLine bench = Bench.commandLine();
    Map<String, String> said = new TreeMap<>(Map.of("bench", bench.getUsageMessage()));
    bench
        .getSubcommands()
        .forEach((name, command) -> said.put("bench-" + name, command.getUsageMessage()));
    return said;
  }
}
