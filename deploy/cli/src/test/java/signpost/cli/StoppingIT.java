package signpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.broker.FreePort;
import signpost.kit.StartedProcess;
import signpost.tools.ExitCode;

/** Processes that are told to stop, at moments when it matters: none crashes or complains. */
class StoppingIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Starting the broker", "First page searchable", "day  1"})
  void demoStopsWellAtEveryMoment(String moment) throws Exception {
    try (StartedProcess demo = signpost(demo())) {
      demo.await(moment);
      demo.stop();

      assertThat(demo.exitCode()).as(demo.said()).isEqualTo(143);
      assertThat(demo.said().lines())
          .noneMatch(line -> line.matches(".*(Exception|\tat |SIG[A-Z]+|fatal).*"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("hs_err") || name.startsWith("core"));
    }
  }

  @Test
  void faultOfItsOwnIsOneSentenceWithWhereTheLogIs() throws Exception {
    Path log = folder.resolve("demo.log");
    Files.createDirectories(folder.resolve("demo"));
    Files.writeString(folder.resolve("demo/clock"), "2026-03-02T05:00:00Z");
    // A folder where the file of crawled mails should be is nothing anyone expects.
    Files.createDirectories(folder.resolve("demo/sample-authority.pem/x"));
    try (StartedProcess demo = signpost(demo())) {
      assertThat(demo.exitCode()).as(demo.said()).isEqualTo(ExitCode.FAULT);
      assertThat(demo.said().lines().filter(line -> line.startsWith("signpost: ")).toList())
          .singleElement()
          .asString()
          .endsWith("The log is " + log);
      assertThat(demo.said()).doesNotContain("\tat ");
    }
    assertThat(log).content().contains("\tat ");
  }

  private String[] demo() {
    return new String[] {
      "demo",
      "--data",
      folder.resolve("demo").toString(),
      "--port",
      port(),
      "--ingest-port",
      port(),
      "--notifier-port",
      port(),
      "--broker-port",
      port(),
      "--web-port",
      port(),
      "--ops-port",
      port()
    };
  }

  private static String port() {
    return Integer.toString(FreePort.find());
  }

  /** As the launcher starts it: the jar, which names what it needs beside itself. */
  private static String jar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(it -> it.getFileName().toString().matches("signpost-cli-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath()
          .toString();
    }
  }

  private StartedProcess signpost(String... arguments) throws IOException {
    List<String> command =
        StartedProcess.tool(
            "java",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx640m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            jar(),
            Main.class.getName());
    command.addAll(List.of(arguments));
    return StartedProcess.of(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true));
  }
}
