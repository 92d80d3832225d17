package signpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void noCommandIsAMistakeOfUse() {
    assertThat(signpost()).isEqualTo(2);
    assertThat(err.toString()).contains("Which command?").contains("Usage: signpost");
  }

  @Test
  void misspeltCommandIsSuggested() {
    assertThat(signpost("notifer")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean").contains("notifier");
  }

  @Test
  void unknownOptionIsAMistakeOfUse() {
    assertThat(signpost("run", "--contcat", "x")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--contcat")
        .contains("--contact")
        .endsWith("See 'signpost run --help'." + System.lineSeparator())
        .doesNotContain("Usage:");
  }

  @Test
  void commandThatIsAskedForIsTheOneThatHelpLists() {
    assertThat(Main.commandLine().getSubcommands())
        .isNotEmpty()
        .allSatisfy((name, command) ->
            assertThat(AskedCommand.named(name)).contains(command.getCommand().getClass()))
        .allSatisfy((name, _) ->
            assertThat(Main.commandLine(name).getSubcommands()).containsOnlyKeys(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "import",
        "catalogue",
        "explain",
        "repair",
        "backup",
        "restore",
        "migrate",
        "broker",
        "ingest",
        "search",
        "notifier"
      })
  void everyCommandHasHelp(String command) {
    assertThat(signpost(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: signpost " + command);
  }

  @Test
  void catalogueIsCheckedForPeopleAndPipelines() throws IOException {
    assertThat(signpost("catalogue", "check", folder.resolve("none").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("There is no such folder.");
    Path file = folder.resolve("lake.yaml");
    Files.writeString(file, "guide: {url: https://lake.org.uk/, owners: [kim]}\n");
    assertThat(signpost("catalogue", "check", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("lake.yaml:1:45: warning: There is no owner 'kim'")
        .contains("0 errors, 1 warning.", "1 guide (1 as its live page says)");
    Files.writeString(file, "guide: {url: lake.org.uk}\n");
    assertThat(signpost("catalogue", "check", "--format", "json", folder.toString())).isOne();
    assertThat(out.toString())
        .contains("\"errors\" : 1", "\"line\" : 1", "\"column\" : 14")
        .contains("Write https://lake.org.uk.");
    Files.writeString(file, "# later\n");
    assertThat(signpost("catalogue", "check", folder.toString())).isOne();
    assertThat(out.toString()).contains("lake.yaml:1:1: The file is empty", "1 error, 0 warnings.");
  }

  @Test
  void liveWebIsNotCrawledWithoutAContact() {
    assertThat(signpost("run", "--contact", "", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("Give --contact");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void contactThatReachesNobodyIsRefused() {
    assertThat(signpost("run", "--contact", "me", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("neither a web address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signpost.contact=me@council : neither a web address",
        "signpost.contact=http://localhost/ : neither a web address",
        "signpost.data=target/none : Give --data"
      })
  void whatIsNotStartedIsWrongForTheCheckToo(String settingAndWords) {
    String[] parts = settingAndWords.split(" : ", -1);
    String data = folder.resolve("data").toString();

    assertThat(signpost("run", "--data", data, "--set", parts[0])).isEqualTo(2);
    assertThat(err.toString()).contains(parts[1]);
    assertThat(
            signpost(
                "config",
                "check",
                "--data",
                data,
                "--set",
                parts[0],
                "--set",
                "signpost.public-url=http://127.0.0.1:1/"))
        .isEqualTo(1);
    assertThat(out.toString()).contains("wrong: configuration: ", parts[1]);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void missingCatalogueIsNamed() {
    assertThat(
            signpost(
                "run", "--contact", "a@b.example", "--catalogue", folder.resolve("no").toString()))
        .isEqualTo(3);
    assertThat(err.toString()).contains("no catalogue folder").doesNotContain("\tat ");
  }

  @Test
  void portInUseIsNamedWithItsOption() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(signpost("search", "--port", Integer.toString(taken.getLocalPort()))).isEqualTo(3);
    }
    assertThat(err.toString()).contains("choose another with --port").doesNotContain("\tat ");
  }

  @Test
  void dataFolderBelowAFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    int code =
        signpost(
            "run",
            "--contact",
            "a@b.example",
            "--catalogue",
            folder.toString(),
            "--data",
            file.resolve("data").toString());

    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains("cannot be written").contains("--data");
  }

  @Test
  void guideInAFileBecomesACatalogueFile() throws IOException {
    Path guide =
        Files.writeString(
            folder.resolve("guide.html"),
            """
            <!doctype html><html lang="en"><title>Small guide</title><main><h1>Small guide</h1>
            <h2>Where to begin</h2><p><a href="https://www.gov.uk/trauma">Trauma</a></p></main>
            """);

    assertThat(signpost("import", guide.toString(), "--out", folder.toString())).isZero();
    assertThat(folder.resolve("small-guide.yaml")).content().contains("https://www.gov.uk/trauma");
    assertThat(out.toString()).contains("has 1 links in 1 sections");
  }

  @Test
  void importOfNothingIsAProblemAndNamesIt() {
    assertThat(signpost("import", folder.resolve("none.html").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("There is no file").doesNotContain("\tat ");
  }

  @Test
  void repairTakesAReplacementOnAnIntranetThatIsAllowed() throws IOException {
    String old = "https://old.example/a";
    Path guide = Files.writeString(folder.resolve("guide.md"), "[x](" + old + ")\n");
    String json = "[{'target':'" + old + "','answer':'replace','with':'http://10.1.2.3/new'}]";
    Path answers = Files.writeString(folder.resolve("a.json"), json.replace('\'', '"'));
    String[] repair = {"repair", guide.toString(), "--answers", answers.toString(), "--allow", ""};

    repair[5] = "172.16.0.0/12";
    assertThat(signpost(repair)).isEqualTo(1);
    assertThat(out.toString()).contains("10.1.2.3 is not a public address");
    repair[5] = "10.0.0.0/8";
    assertThat(signpost(repair)).isZero();
    repair[5] = "10.0.0.0";
    assertThat(signpost(repair)).isEqualTo(2);
    assertThat(err.toString()).contains("--allow: '10.0.0.0' is not a range");
  }

  @Test
  void demoHasTwentyOneDays() {
    assertThat(signpost("demo", "--days", "22", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--days takes 1 to 21");
  }

  private int signpost(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
