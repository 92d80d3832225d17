package signpost.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import signpost.tools.WholeFile;

/** The file that a report is written to. */
final class ReportFile {
  private ReportFile() {}

  /** Who writes a report, to whatever it is to be written to. */
  interface ReportText {
    void write(PrintWriter out) throws IOException;
  }

  /**
   * Writes it whole, or leaves the last one as it was; a pipe or a device gets it as it comes, and
   * so does a file in a folder where nobody may put another.
   */
  static void write(Path file, ReportText report) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter out = new PrintWriter(bytes, false, UTF_8);
    report.write(out);
    out.flush();
    Path folder = file.toAbsolutePath().getParent();
    boolean other = Files.exists(file) && !Files.isRegularFile(file);
    if (other || folder == null || !Files.isWritable(folder)) {
      Files.write(file, bytes.toByteArray());
      return;
    }
    Files.write(file, new byte[0], StandardOpenOption.CREATE); // with the usual permissions
    WholeFile.write(file, bytes.toByteArray());
  }
}
