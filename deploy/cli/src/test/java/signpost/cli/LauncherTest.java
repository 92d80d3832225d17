package signpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.kit.StartedProcess;

/**
 * The real launcher in a project of its own, whose Maven only copies a jar, and in a folder whose
 * name has all that a shell may trip over.
 */
class LauncherTest {
  private static final Path REAL = Path.of("..", "signpost").toAbsolutePath().normalize();

  /** What the fake build's jar runs: says its arguments; the last is its exit code. */
  static final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
      System.err.println("WARNING: of another kind");
      System.out.println("cache " + cache());
      System.out.println("names in " + System.getProperty("sun.jnu.encoding"));
      System.out.println("ran " + String.join(" ", arguments));
      System.exit(Integer.parseInt(arguments[arguments.length - 1]));
    }

    private static String cache() {
      return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(option -> option.startsWith("-XX:AOTCache="))
          .map(option -> option.substring(option.indexOf('=') + 1))
          .findFirst()
          .orElse("none");
    }
  }

  private record Ran(int code, String said) {}

  private Path top;

  @BeforeEach
  void project(@TempDir Path temporary) throws IOException {
    top = temporary.resolve("o'clock \"$1\" *");
    for (String folder :
        List.of(
            "contract",
            "ingest",
            "search",
            "notifier",
            "deploy/broker",
            "deploy/local",
            "deploy/sample",
            "deploy/cli")) {
      Files.createDirectories(top.resolve(folder).resolve("src/main"));
    }
    Files.createDirectories(top.resolve("bin"));
    Files.writeString(top.resolve("pom.xml"), "<project>\n  <version>7</version>\n</project>\n");
    executable(top.resolve("deploy/signpost"), Files.readString(REAL));
    executable(
        top.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "[INFO] Building Signpost cli 7    [7/7]"
        mkdir -p deploy/cli/target/lib
        cp echo.jar deploy/cli/target/signpost-cli-7.jar
        """);
    echoJar(top.resolve("echo.jar"));
    age(top);
  }

  @Test
  void buildsWhatIsMissingAndRunsIt() throws Exception {
    Ran ran = signpost(top.resolve("deploy/signpost"), "two words", "0");

    assertThat(ran.said()).contains("Building Signpost", "ran two words 0");
    assertThat(ran.code()).isZero();
  }

  @Test
  void doesNotBuildAgainWhatIsFresh() throws Exception {
    signpost(top.resolve("deploy/signpost"), "0");

    assertThat(signpost(top.resolve("deploy/signpost"), "0").said())
        .endsWith("ran 0\n")
        .doesNotContain("Building");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    signpost(top.resolve("deploy/signpost"), "0");
    Path source = Files.writeString(top.resolve("search/src/main/New.java"), "");
    Files.setLastModifiedTime(
        source,
        FileTime.from(
            Files.getLastModifiedTime(top.resolve("deploy/cli/target/signpost-cli-7.jar"))
                .toInstant()
                .plusSeconds(1)));

    assertThat(signpost(top.resolve("deploy/signpost"), "0").said()).contains("Building Signpost");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Files.createDirectories(top.resolve("elsewhere"));
    Path link =
        Files.createSymbolicLink(top.resolve("elsewhere/sp"), Path.of("..", "deploy", "signpost"));

    assertThat(signpost(link, "x", "0").said()).contains("ran x 0");
  }

  @Test
  void namesOfFilesAreReadAsUtf8WhateverTheLocale() throws Exception {
    Ran ran = signpost(top.resolve("deploy/signpost"), Map.of("LC_ALL", "C"), "t\u0177.yaml", "0");

    assertThat(ran.said()).contains("names in UTF-8", "ran t\u0177.yaml 0");
  }

  @Test
  void passesOnTheExitCode() throws Exception {
    assertThat(signpost(top.resolve("deploy/signpost"), "1").code()).isEqualTo(1);
  }

  @Test
  void buildThatFailsIsExplained() throws Exception {
    executable(top.resolve("bin/mvn"), "#!/bin/sh\necho '[ERROR] no such symbol'\nexit 1\n");

    Ran ran = signpost(top.resolve("deploy/signpost"), "0");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.said()).contains("[ERROR] no such symbol", "the build failed");
  }

  @Test
  void helpNeedsNoBuild() throws Exception {
    Ran help = signpost(top.resolve("deploy/signpost"), "--help");
    Ran nothing = signpost(top.resolve("deploy/signpost"));

    assertThat(help.code()).isZero();
    assertThat(help.said()).contains("Exit codes").doesNotContain("Building");
    assertThat(nothing.code()).isEqualTo(2);
  }

  @Test
  void helpOfACommandAndTheVersionNeedNoBuild() throws Exception {
    Files.createDirectories(top.resolve("deploy/help"));
    Files.writeString(top.resolve("deploy/help/check.txt"), "how to check\n");
    Files.writeString(top.resolve("deploy/help/bench.txt"), "which benches\n");
    Files.writeString(top.resolve("deploy/help/bench-year.txt"), "how long a year is\n");
    Files.writeString(top.resolve("deploy/help/catalogue.txt"), "what looks after files\n");
    Files.writeString(top.resolve("deploy/help/catalogue-check.txt"), "how to check files\n");

    assertThat(signpost(top.resolve("deploy/signpost"), "check", "x", "--help"))
        .isEqualTo(new Ran(0, "how to check\n"));
    assertThat(signpost(top.resolve("deploy/signpost"), "bench", "--help"))
        .isEqualTo(new Ran(0, "which benches\n"));
    assertThat(signpost(top.resolve("deploy/signpost"), "bench", "year", "-h"))
        .isEqualTo(new Ran(0, "how long a year is\n"));
    assertThat(signpost(top.resolve("deploy/signpost"), "catalogue", "-h"))
        .isEqualTo(new Ran(0, "what looks after files\n"));
    assertThat(signpost(top.resolve("deploy/signpost"), "catalogue", "check", "--help"))
        .isEqualTo(new Ran(0, "how to check files\n"));
    assertThat(signpost(top.resolve("deploy/signpost"), "--version"))
        .isEqualTo(new Ran(0, "Signpost 7\n"));
  }

  @Test
  void incubatorIsNotTheFirstWordAndOtherWarningsComeThrough() throws Exception {
    Ran ran = signpost(top.resolve("deploy/signpost"), "run", "0");

    assertThat(ran.said()).contains("WARNING: of another kind", "ran run 0");
    assertThat(ran.said()).doesNotContain("incubator");
  }

  @ParameterizedTest
  @CsvSource({
    "check, commands",
    "explain, commands",
    "extract, commands",
    "diff, commands",
    "run, parts",
    "broker, parts",
    "ingest, parts",
    "search, parts",
    "notifier, parts"
  })
  void whatMustStartQuicklyStartsFromItsCache(String command, String kind) throws Exception {
    Path cache = top.resolve("deploy/cli/target").resolve(kind).resolve("start.aot");
    rehearsalsAre("");

    Ran first = signpost(top.resolve("deploy/signpost"), command, "0");
    Ran second = signpost(top.resolve("deploy/signpost"), command, "0");

    assertThat(first.said()).contains("Preparing a quicker start", "cache " + cache);
    assertThat(second.said())
        .contains("cache " + cache)
        .endsWith("ran " + command + " 0\n")
        .doesNotContain("Preparing");
    assertThat(second.code()).isZero();
  }

  @Test
  void whatCannotBeRehearsedStartsWithoutAndIsNotTriedAgain() throws Exception {
    Ran first = signpost(top.resolve("deploy/signpost"), "run", "0");
    Ran second = signpost(top.resolve("deploy/signpost"), "run", "0");

    assertThat(first.said()).contains("Preparing a quicker start", "cache none", "ran run 0");
    assertThat(second.said()).contains("cache none", "ran run 0").doesNotContain("Preparing");
    assertThat(signpost(top.resolve("deploy/signpost"), "prepare", "parts"))
        .matches(ran -> ran.code() == 3)
        .matches(ran -> ran.said().contains("parts/start.log says why"));
    assertThat(signpost(top.resolve("deploy/signpost"), "prepare", "all").code()).isEqualTo(2);
  }

  @Test
  void cacheOfOtherJarsIsMadeAnew() throws Exception {
    signpost(top.resolve("deploy/signpost"), "run", "0");
    Path jar = Files.writeString(top.resolve("deploy/cli/target/lib/changed.jar"), "changed");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

    assertThat(signpost(top.resolve("deploy/signpost"), "run", "0").said())
        .contains("Preparing a quicker start");
  }

  @Test
  void rehearsalThatIsStoppedLeavesNothingAndIsTriedAgain() throws Exception {
    rehearsalsAre("Thread.sleep(600_000);");
    signpost(top.resolve("deploy/signpost"), "0");
    Path parts = top.resolve("deploy/cli/target/parts");
    ProcessBuilder builder =
        new ProcessBuilder("deploy/signpost", "run", "0").directory(top.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try (StartedProcess process = StartedProcess.of(builder.redirectErrorStream(true))) {
      process.await("Preparing");
      process.stop();
      assertThat(process.exitCode()).isEqualTo(143);
    }

    assertThat(parts.resolve("start.aot")).doesNotExist();
    try (Stream<Path> left = Files.list(parts)) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void packageRunsOnTheRuntimeBesideItAndNeverBuilds() throws Exception {
    Path unpacked = Files.createDirectories(top.resolve("unpacked"));
    Files.createDirectories(unpacked.resolve("bin"));
    Files.createDirectories(unpacked.resolve("app"));
    Files.createDirectories(unpacked.resolve("share/help"));
    Files.createSymbolicLink(unpacked.resolve("runtime"), Path.of(System.getProperty("java.home")));
    Files.writeString(unpacked.resolve("VERSION"), "7+dirty\n");
    Files.writeString(unpacked.resolve("share/help/run.txt"), "how to run\n");
    Files.copy(top.resolve("echo.jar"), unpacked.resolve("app/signpost-cli.jar"));
    Path launcher = unpacked.resolve("bin/signpost");
    executable(launcher, Files.readString(REAL));
    executable(top.resolve("bin/mvn"), "#!/bin/sh\necho '[ERROR] never'\nexit 1\n");

    assertThat(signpost(launcher, "--version")).isEqualTo(new Ran(0, "Signpost 7+dirty\n"));
    assertThat(signpost(launcher, "run", "--help")).isEqualTo(new Ran(0, "how to run\n"));
    assertThat(signpost(launcher, "x", "0").said())
        .contains("ran x 0")
        .doesNotContain("Building", "never");
    assertThat(signpost(launcher, "package").code()).isEqualTo(3);
  }

  private Ran signpost(Path launcher, String... arguments) {
    return signpost(launcher, Map.of(), arguments);
  }

  private Ran signpost(Path launcher, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(top.resolve("bin").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    builder
        .environment()
        .merge("PATH", top.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    try (StartedProcess process = StartedProcess.of(builder)) {
      return new Ran(process.exitCode(), process.said());
    }
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Sources are older than any build of the test. */
  private static void age(Path top) throws IOException {
    Files.setLastModifiedTime(
        top.resolve("pom.xml"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  /** What the build's jar runs where the real one would rehearse. */
  private void rehearsalsAre(String statement) throws IOException {
    for (Class<?> real : List.of(CommandRehearsal.class, PartRehearsal.class)) {
      Path source = top.resolve(real.getSimpleName() + ".java");
      Files.writeString(
          source,
          """
          package signpost.cli;
          public final class %s {
            public static void main(String[] arguments) throws Exception { %s }
          }
          """
              .formatted(real.getSimpleName(), statement));
      ToolProvider.getSystemJavaCompiler()
          .run(null, null, null, "-d", top.resolve("classes").toString(), source.toString());
    }
    echoJar(top.resolve("echo.jar"));
  }

  private void echoJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String path = Echo.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream bytes =
            Objects.requireNonNull(LauncherTest.class.getClassLoader().getResourceAsStream(path))) {
      out.putNextEntry(new ZipEntry(path));
      bytes.transferTo(out);
      for (String name : List.of("CommandRehearsal", "PartRehearsal")) {
        Path compiled = top.resolve("classes/signpost/cli/" + name + ".class");
        if (Files.exists(compiled)) {
          out.putNextEntry(new ZipEntry("signpost/cli/" + name + ".class"));
          Files.copy(compiled, out);
        }
      }
    }
  }
}
