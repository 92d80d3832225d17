package signpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.tools.ExitCode;

final class ExplainCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int explain(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "explain";
    all[1] = "--no-resolve";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  @Test
  void eachUrlHasItsLine() throws IOException {
    Path robots = Files.writeString(folder.resolve("robots.txt"), "User-agent: *\nDisallow: /x\n");
    assertThat(
            explain(
                "--format",
                "json",
                "--robots",
                robots.toString(),
                "http://0x7f.1/x",
                "",
                "https://8.8.8.8/"))
        .isZero();
    assertThat(out.toString().lines().toList())
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .contains(
                        "\"canonical\":\"http://127.0.0.1/x\"",
                        "\"allowed\":false,\"rule\":\"Disallow: /x\""),
            two -> assertThat(two).contains("\"invalid\":\"the line is empty\""),
            three -> assertThat(three).contains("\"allowed\":true,\"reason\":null", "\"8.8.8.8\""));
  }

  @Test
  void textIsForPeople() {
    assertThat(explain("http://10.1.2.3/", "nowhere")).isZero();
    assertThat(out.toString())
        .contains("http://10.1.2.3/ · not dialled at 10.1.2.3", "“nowhere” is no URL: it has no");
  }

  @Test
  void whoIsLeftAloneCanBeRepeatedAndMustBeAHost() {
    assertThat(explain("--opt-out", "a.example", "https://www.a.example/x")).isZero();
    assertThat(out.toString()).contains("asked to be left alone (a.example in");

    assertThat(explain("--opt-out", "no host", "https://a.example/")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--opt-out: “no host” is no host");
  }

  @Test
  void whatIngestIsAllowedCanBeRepeated() {
    assertThat(explain("--allow", "10.0.0.0/8", "--port", "8080", "http://10.1.2.3:8080/"))
        .isZero();
    assertThat(out.toString()).contains("may be dialled at 10.1.2.3");
    assertThat(explain("--allow", "10.0.0.0", "http://10.1.2.3/")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--allow: '10.0.0.0' is not a range");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(explain("--robots", folder.resolve("none").toString(), "http://a/"))
        .isEqualTo(ExitCode.CANNOT_START);
    assertThat(explain("--data", folder.toString(), "http://a/")).isEqualTo(ExitCode.CANNOT_START);
    assertThat(explain()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("none cannot be read", "no ingest's database");
  }
}
