package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void reportThatFailsHalfWayLeavesTheLastOne() throws IOException {
    Path file = folder.resolve("report.json");
    ReportFile.write(file, out -> out.print("the last one"));
    assertThatThrownBy(() ->
            ReportFile.write(
                file,
                out -> {
                  out.print("half of");
                  throw new IOException("the disk is full");
                }))
        .hasMessage("the disk is full");
    assertThat(file).hasContent("the last one");
    ReportFile.write(file, out -> out.print("a new one"));
    assertThat(file).hasContent("a new one");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void newReportMayBeReadByWhoeverReadsOtherFilesThere() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "");
    Path file = folder.resolve("report.json");
    ReportFile.write(file, out -> out.print("[]"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void halfACharacterIsNoReasonToLoseTheRest() throws IOException {
    Path file = folder.resolve("report.txt");
    ReportFile.write(file, out -> out.print("\ud83d and more"));
    assertThat(file).hasContent("? and more");
  }

  @Test
  void deviceStaysOne() throws IOException {
    Path nothing = Path.of("/dev/null");
    ReportFile.write(nothing, out -> out.print("x"));
    assertThat(Files.isRegularFile(nothing)).isFalse();
  }

  @Test
  void reportWhoseFileCannotBeWrittenIsToldAllTheSame() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "[gone](gone.md)");
    assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a disk that is always full");
    CommandRun run = CommandRun.of("--output", "/dev/full", page.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be written to /dev/full", "Here it is.");
    assertThat(run.out()).contains("gone.md", "there is no such file");
  }

  @Test
  void folderIsNoFileForAReport() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "");
    CommandRun run = CommandRun.of("--output", folder.toString(), page.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("it is no file that may be written: " + folder);
  }

  @Test
  void pageThatIsTooLargeToBeReadIsNoneWithoutLinks() throws IOException {
    Path page = folder.resolve("page.md");
    try (RandomAccessFile large = new RandomAccessFile(page.toFile(), "rw")) {
      large.setLength(60 << 20);
    }
    assertThat(CommandRun.of(page.toString()).out()).contains("larger than 50 MB");
  }
}
