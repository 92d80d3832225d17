package signpost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.tools.CannotStartException;

class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void keysAreNestedOrDottedAndValuesStandAsWritten() throws IOException {
    assertThat(
            read(
                """
                signpost:
                  digest-at: 18:30
                  fetch: {ports: [8443, 8080], host-delay: 2s}
                  contact:
                signpost.browser: yes
                """))
        .isEqualTo(
            Map.of(
                "signpost.digest-at", "18:30",
                "signpost.fetch.ports", "8443,8080",
                "signpost.fetch.host-delay", "2s",
                "signpost.browser", "yes"));
  }

  @Test
  void fileOfNothingButCommentsSaysNothing() throws IOException {
    assertThat(read("# later\n")).isEmpty();
  }

  @Test
  void environmentWins() throws IOException {
    assertThat(read("signpost.smtp.host: a\n", "SIGNPOST_SMTP_HOST")).isEmpty();
    assertThat(read("signpost.fetch.host-delay: 2s\n", "SIGNPOST_FETCH_HOST_DELAY")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signpost.fetch.host-dely: 1s | :1: There is no key signpost.fetch.host-dely. Did you mean signpost.fetch.host-delay?",
        "signpost.digest-at: noon | :1: signpost.digest-at takes a time of day",
        "signpost: {zone: UTC, zone: UTC} | :1: signpost.zone stands here twice",
        "signpost: {zone: [[UTC]]} | :1: signpost.zone takes a value or a list",
        "- signpost | :1: Write keys and values",
        "signpost: {zone: UTC | This is not YAML"
      })
  void whatIsWrongIsToldWithItsLine(String text, String told) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("signpost.yml")
        .hasMessageContaining(told);
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ConfigFile.read(folder.resolve("none.yml"), Set.of()))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("none.yml");
  }

  private Map<String, String> read(String text, String... environment) throws IOException {
    Path file = Files.writeString(folder.resolve("signpost.yml"), text);
    return ConfigFile.read(file, Set.of(environment));
  }
}
