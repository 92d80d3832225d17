package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a file of options does to a check of files, so that nothing is dialled. */
final class FileOptionsTest {
  @TempDir Path folder = Path.of("");
  private Path page = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void page() throws Exception {
    page = folder.resolve("page.html");
    file = folder.resolve("options.yml");
    Files.writeString(page, "<a href=none.html>x</a><a href='#no'>y</a><a href=/z>z</a>");
  }

  private CommandRun run(String options, String... typed) throws Exception {
    Files.writeString(file, options);
    List<String> words = new ArrayList<>(List.of("--config", file.toString()));
    words.addAll(List.of(typed));
    words.add(page.toString());
    return CommandRun.of(words);
  }

  private void refused(String options, int line, String... words) throws Exception {
    CommandRun run = run(options);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(file + ":" + line + ": ").contains(words);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anOptionOfTheFileCountsAsIfTyped() throws Exception {
    assertThat(run("").code()).isEqualTo(1);
    CommandRun run = run("# ours\nexclude:\n  - none\\.html\n  - '#no'\nformat: json\n");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("{").contains("left out by");
    assertThat(run("exclude: none\nfragments: false\n").code()).isZero();
    assertThat(run("root: " + folder + "\n").out()).contains("broken  file://" + folder + "/z");
  }

  @Test
  void theCommandLineWins() throws Exception {
    CommandRun run = run("format: json\nexclude: [none, '#no']\n", "-f", "csv", "--exclude=none");
    assertThat(run.out()).startsWith("class,status");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run("fragments: false\nexclude: none\n", "--fragments").code()).isEqualTo(1);
  }

  @Test
  void unknownKeysAreRefusedWithWhatWasProbablyMeant() throws Exception {
    refused("timeout: 5\n\nexlude: x\n", 3, "no option 'exlude'", "Did you mean 'exclude'?");
    refused("config: other.yml\n", 1, "is for the command line");
    refused("--exclude: x\n", 1, "no option '--exclude'");
  }

  @Test
  void wrongValuesAreRefusedWhereTheyStand() throws Exception {
    refused("timeout: soon\n", 1, "--timeout", "'soon' is not a double");
    refused("\ntimeout: 0\n", 2, "--timeout: must be above 0");
    refused("format: [json, csv]\n", 1, "takes one value");
    refused("exclude: ['(']\n", 1, "is no pattern");
    refused("depth: 1\nsuspects-fail: perhaps\n", 2, "'suspects-fail' is true or false");
    refused("exclude: {a: b}\n", 1, "a text is wanted here");
    refused("depth: 1\ndepth: 2\n", 2, "is there already");
    refused("depth: 1\nexclude:\n#  - ^https://old\n", 2, "a value is missing");
    refused("exclude: ['']\n", 1, "an empty pattern");
    refused("exclude: ~\n", 1, "a value is missing");
    refused("output: /tmp/x\n", 1, "is for the command line");
    refused("write-baseline: x\n", 1, "is for the command line");
    refused("dump: true\n", 1, "is for the command line");
    refused("just words\n", 1, "write 'option: value'");
    refused("depth: 1\nexclude: [a\n", 3, "this is no YAML");
    refused("? !!javax.script.ScriptEngineManager [a]\n: b\n", 1, "Global tag is not allowed");
  }

  @Test
  void whatLiesInAFolderOfOthersMakesNoCheckReachMore() throws Exception {
    var command = new CommandLine(new CheckCommand());
    command.parseArgs(page.toString());
    for (String more :
        List.of(
            "allow: 10.0.0.0/8",
            "ca: x.pem",
            "resolve: a=b",
            "header: 'a: b'",
            "archive: https://a.example.org/cdx")) {
      Files.writeString(file, more);
      assertThatThrownBy(() -> FileOptions.apply(command.getCommandSpec(), file, false))
          .hasMessageContaining("counts only in a file that --config names");
    }
  }

  @Test
  void anyFileMaySayThatNoArchiveIsAsked() throws Exception {
    var command = new CommandLine(new CheckCommand());
    command.parseArgs(page.toString());
    Files.writeString(file, "suggest: true\narchive: none\n");
    assertThat(FileOptions.apply(command.getCommandSpec(), file, false))
        .containsKeys("--suggest", "--archive");
    refused("depth: 1\narchive: wayback\n", 2, "--archive: 'wayback' is neither none nor");
  }

  private String archive(boolean named, String options, String... typed) throws Exception {
    var command = new CommandLine(new CheckCommand());
    List<String> words = new ArrayList<>(List.of(typed));
    words.add(page.toString());
    command.parseArgs(words.toArray(String[]::new));
    Files.writeString(file, options);
    FileOptions.apply(command.getCommandSpec(), file, named);
    return command.getCommandSpec().findOption("--archive").getValue();
  }

  @Test
  void suggestionsThatOnlyAFolderWantsTellNoArchive() throws Exception {
    String usual = "https://web.archive.org/cdx/search/cdx";
    assertThat(archive(false, "suggest: true")).isEqualTo("none");
    assertThat(archive(false, "suggest: true", "--suggest")).isEqualTo(usual);
    assertThat(archive(false, "suggest: true", "--archive", usual)).isEqualTo(usual);
    assertThat(archive(false, "depth: 1", "--suggest")).isEqualTo(usual);
    assertThat(archive(true, "suggest: true")).isEqualTo(usual);
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    CommandRun run =
        CommandRun.of("--config", folder.resolve("none.yml").toString(), page.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.yml cannot be read");
  }
}
