package signpost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.tools.ExitCode;

/** Backing up, restoring and moving from the command line. */
final class BackupCommandsTest {
  /** What 0.1.0 keeps after some days of the demo. */
  private static final Path RELEASED =
      Path.of("../local/src/test/resources/signpost/local/backup/0.1.0.zip");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void machineIsRestoredBackedUpAndAPartOfItMoved() throws Exception {
    Path data = folder.resolve("data");
    Path guides = Files.createDirectory(folder.resolve("guides"));
    Files.writeString(guides.resolve("rent.yaml"), "guide: {}");
    Path backups = folder.resolve("backups");
    Path moved = folder.resolve("moved");

    assertThat(run("restore", RELEASED, "--data", data)).isZero();
    assertThat(run("backup", backups, "--data", data, "--catalogue", guides)).isZero();
    Path old = data.resolve("notifier/notifier.db");
    assertThat(
            run("migrate", "--part", "notifier", "--data", moved, "--from", "jdbc:sqlite:" + old))
        .isZero();

    assertThat(out.toString())
        .contains("All is restored, with the same counts and checksums.")
        .contains("catalogue: 1 of the files, from " + guides.toRealPath())
        .contains("signpost-", ".zip is written")
        .contains("is as it was.");
    assertThat(moved.resolve("notifier.db")).exists();
    assertThat(old).exists();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void backupGoesWhereItIsConfiguredToAndSaysWhatItLeftThere() throws Exception {
    Path data = folder.resolve("data");
    Path guides = Files.createDirectory(folder.resolve("guides"));
    Files.writeString(guides.resolve("rent.yaml"), "guide: {}");
    Path backups = Files.createDirectory(folder.resolve("backups"));
    Path text = Files.writeString(backups.resolve("signpost-2026-01-03T000000Z.zip"), "mine");
    Object[] backup = {
      "backup", "--data", data, "--catalogue", guides, "--set", "signpost.backup.folder=" + backups
    };
    run("restore", RELEASED, "--data", data);
    assertThat(run(backup)).isZero();
    assertThat(out.toString()).contains(".zip is written").doesNotContain(text.toString());
    try (Stream<Path> files = Files.list(backups)) {
      assertThat(files).as("it and the text").hasSize(2);
    }
    Object[] part = {
      "backup",
      backups.resolve("notifier"),
      "--part",
      "notifier",
      "--data",
      data.resolve("notifier"),
      "--catalogue",
      guides,
      "--set",
      "signpost.backup.keep-days=14"
    };
    Path own = Files.createDirectory(backups.resolve("notifier"));
    Path other = Files.copy(text, own.resolve(text.getFileName()));
    assertThat(run(part)).isZero();
    assertThat(out.toString())
        .as("a folder that is not configured for backups is somebody's own")
        .doesNotContain(other.toString());
    Path configured = Files.createDirectory(backups.resolve("configured"));
    Path named = Files.copy(text, configured.resolve(text.getFileName()));
    part[1] = configured;
    Stream<Object> set = Stream.of("--set", "signpost.backup.folder=" + configured);
    assertThat(run(Stream.concat(Stream.of(part), set).toArray())).isZero();
    assertThat(out.toString()).contains("left, as it is no whole backup: " + named);
    assertThat(other).hasContent("mine");
  }

  @Test
  void backupThatIsToldNoPlaceOrNoNumberOfDaysSaysWhatToSet() {
    assertThat(run("backup", "--data", folder)).isEqualTo(ExitCode.CANNOT_START);
    assertThat(err.toString()).contains("set signpost.backup.folder");
    assertThat(run("backup", folder, "--set", "signpost.backup.keep-days=-1"))
        .isEqualTo(ExitCode.CANNOT_START);
    assertThat(err.toString()).contains("signpost.backup.keep-days");
  }

  @Test
  void partIsRestoredWhereItIsConfiguredAndNothingIsSaidOfTheOthers() throws Exception {
    Path data = folder.resolve("elsewhere");
    Path all = folder.resolve("all");
    Path guides = Files.createDirectory(folder.resolve("guides"));
    Files.writeString(guides.resolve("rent.yaml"), "guide: {}");
    Path file = folder.resolve("all.zip");
    run("restore", RELEASED, "--data", all);
    assertThat(run("backup", file, "--data", all, "--catalogue", guides)).isZero();
    out.getBuffer().setLength(0);

    assertThat(run("restore", file, "--part", "ingest", "--set", "signpost.data=" + data)).isZero();
    assertThat(data.resolve("restored/catalogue/rent.yaml")).exists();
    assertThat(data.resolve("ingest.db")).exists();
    assertThat(out.toString()).contains("ingest: ").doesNotContain("notifier");
  }

  @Test
  void backupThatLacksSomethingIsWrittenAndSaysSoByItsExitCode() throws Exception {
    Path data = folder.resolve("data");
    Path guides = Files.createDirectory(folder.resolve("guides"));
    run("restore", RELEASED, "--data", data);
    Files.writeString(data.resolve("ingest/evidence/chain.txt"), "?\n");
    Path file = folder.resolve("all.zip");

    assertThat(run("backup", file, "--data", data, "--catalogue", guides))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(file).exists();
    assertThat(out.toString())
        .contains("! evidence damaged: line 1 of chain.txt")
        .contains("left out: search, which has not run yet", "all.zip is written");
  }

  @Test
  void whatCannotBeRestoredIsRefusedInASentence() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("ingest"));
    Files.writeString(data.resolve("ingest/ingest.db"), "mine");

    assertThat(run("restore", RELEASED, "--data", data)).isEqualTo(ExitCode.CANNOT_START);
    assertThat(err.toString())
        .startsWith("signpost: ")
        .contains("has something in it already")
        .doesNotContain("\tat ");
  }
}
