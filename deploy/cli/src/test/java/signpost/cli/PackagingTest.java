package signpost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.StartedProcess;

/**
 * What the real {@code signpost package} makes of this project's files, in a repository of its own:
 * its Maven cleans and builds next to nothing, its JDK links an empty runtime.
 */
class PackagingTest {
  private static final Path REAL = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String CLEAN =
      "#!/bin/sh\nrm -rf deploy/cli/target deploy/package/target\nset -e\n";

  /** To another page of the documentation, as it lies in a package. */
  private static final Pattern PAGE_LINK = Pattern.compile("\\]\\(([a-z]+\\.md)[#)]");

  private Path top;
  private Path jdk;

  @BeforeEach
  void project(@TempDir Path folder) throws IOException {
    top = Files.createDirectory(folder.resolve("o'clock \"$1\""));
    jdk = Files.createDirectory(folder.resolve("a jdk"));
    run(
        REAL,
        "sh",
        "-c",
        "tar --exclude=target --exclude=deploy/package/out -cf - .gitignore LICENSE CHANGELOG.md"
            + " SECURITY.md docs/*.md deploy/signpost deploy/package deploy/help deploy/catalogue"
            + " deploy/observe"
            + " | tar -C \"$1\" -xf -",
        "-",
        top.toString());
    Files.writeString(top.resolve("pom.xml"), "<project>\n  <version>7</version>\n</project>\n");
    emptyJdk();
    maven(
        """
        cd deploy
        mkdir -p cli/target/lib package/target/man
        touch cli/target/signpost-cli-7.jar cli/target/lib/some.jar package/target/man/signpost.1
        cd package/target
        touch signpost.bash signpost.cdx.json THIRD-PARTY.txt
        """);
    git("init", "-q");
    git("add", "-A");
    git("commit", "-q", "-m", "All");
  }

  @Test
  void archivesOfBeforeStayAndTheNextAreMadeBesideThem() throws Exception {
    Path out = Files.createDirectories(top.resolve("deploy/package/out"));
    Path old = Files.writeString(out.resolve("signpost-6.tar.gz"), "old");

    assertThat(made()).hasSizeGreaterThan(1).allMatch(it -> out.equals(it.getParent()));
    run(out, "sha256sum", "-c", "SHA256SUMS");
    assertThat(old).hasContent("old");
  }

  @Test
  void whatIsMadeOrFailsMakesNoVersionDirty() throws Exception {
    String works = Files.readString(jdk.resolve("bin/mvn"));
    maven("echo '[ERROR] no such symbol'\nexit 1\n");
    assertThat(run(top, "sh", "-c", "deploy/signpost package 2>&1 || echo code $?"))
        .contains("[ERROR] no such symbol", "code 3");
    executable(jdk.resolve("bin/mvn"), works);

    List<Path> first = made();
    assertThat(first).noneMatch(it -> it.toString().contains("dirty"));
    assertThat(made()).isEqualTo(first);
  }

  @Test
  void releaseIsAnUpgradeOfWhatWasBuiltBeforeItAndOfWhatIsNotQuiteIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "there is no dpkg-deb here");
    String before = debianVersion();
    git("tag", "v7");
    String release = debianVersion();
    Files.writeString(top.resolve("LICENSE"), "another");
    String changed = debianVersion();

    assertThat(release).isEqualTo("7");
    run(top, "dpkg", "--compare-versions", before, "lt", release);
    run(top, "dpkg", "--compare-versions", changed, "lt", release);
    assertThat(changed).endsWith(".dirty");
  }

  @Test
  void secretsOfTheUnitsHaveAPlaceThatOnlyRootReads() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "there is no dpkg-deb here");

    String deb = debianPackage();
    assertThat(run(top, "dpkg-deb", "--contents", deb))
        .containsPattern("(?m)^-rw------- root/root .* ./etc/signpost/signpost\\.env$");
    assertThat(run(top, "dpkg-deb", "--info", deb, "conffiles"))
        .contains("/etc/signpost/signpost.env\n");
  }

  @Test
  void pagesThatPagesOfThePackageSendReadersToAreInIt() throws Exception {
    Path archive = made().getFirst();
    Path unpacked = Files.createDirectory(archive.resolveSibling("unpacked"));
    run(unpacked, "tar", "--strip-components=1", "-xzf", archive.toString());
    Path docs = unpacked.resolve("share/doc");
    try (Stream<Path> pages = Files.list(docs)) {
      for (Path page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
        Matcher link = PAGE_LINK.matcher(Files.readString(page));
        while (link.find()) {
          assertThat(docs.resolve(link.group(1))).as(page.toString()).exists();
        }
      }
    }
    assertThat(docs.resolve("trouble.md")).exists();
  }

  @Test
  void pagesOfTheArchiveAreInTheDebianPackageToo() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "there is no dpkg-deb here");
    String files = run(top, "dpkg-deb", "--contents", debianPackage());

    assertThat(files).contains("doc/signpost/upgrade.md", "doc/signpost/trouble.md");
  }

  @Test
  void versionIsFitForTheTagOfAnImage() throws Exception {
    assertThat(made().getFirst().getFileName().toString()).matches("[\\w.-]{1,100}");
  }

  private List<Path> made() {
    return run(top, "sh", "-c", "deploy/signpost package 2>/dev/null")
        .lines()
        .map(Path::of)
        .toList();
  }

  private String debianPackage() {
    return made().stream()
        .map(Path::toString)
        .filter(it -> it.endsWith(".deb"))
        .findFirst()
        .orElseThrow();
  }

  private String debianVersion() {
    return run(top, "dpkg-deb", "--field", debianPackage(), "Version").strip();
  }

  private void git(String... arguments) {
    String[] command = {"git", "-c", "user.name=us", "-c", "user.email=us@localhost"};
    run(top, Stream.of(command, arguments).flatMap(Stream::of).toArray(String[]::new));
  }

  /** What a command prints; it must end well. */
  private String run(Path where, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder
        .environment()
        .merge("PATH", jdk.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    try (StartedProcess process = StartedProcess.of(builder)) {
      int code = process.exitCode();
      assertThat(code).as(String.join(" ", command)).isZero();
      return process.said();
    }
  }

  private void maven(String does) throws IOException {
    executable(jdk.resolve("bin/mvn"), CLEAN + does);
  }

  private void emptyJdk() throws IOException {
    Files.createDirectories(jdk.resolve("bin"));
    Files.createDirectory(jdk.resolve("jmods"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    executable(jdk.resolve("bin/java"), "#!/bin/sh\n");
    executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    executable(jdk.resolve("bin/jdeps"), "#!/bin/sh\necho java.base\n");
    executable(
        jdk.resolve("bin/jlink"),
        """
        #!/bin/sh
        while [ "$1" != --output ]; do shift; done
        mkdir -p "$2/bin" "$2/lib/server" "$2/legal"
        """);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
