package signpost.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
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

  /** Whether there may be one there, so far as can be known before. */
  static boolean isWritable(Path file) {
    return Files.exists(file)
        ? !Files.isDirectory(file) && Files.isWritable(file)
        : Files.isWritable(file.toAbsolutePath().resolveSibling(""));
  }

  /**
   * Writes it whole, or leaves the last one as it was. It is written over where it is no file but a
   * pipe or a device, and where no other file may be put or moved there.
   */
  static void write(Path file, ReportText report) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter out = new PrintWriter(bytes, false, UTF_8);
    report.write(out);
    out.flush();
    boolean known = Files.exists(file);
    if (known && !Files.isRegularFile(file)) {
      Files.write(file, bytes.toByteArray());
      return;
    }
    Files.write(file, new byte[0], StandardOpenOption.CREATE); // with the usual permissions
    try {
      WholeFile.write(file, bytes.toByteArray());
    } catch (FileSystemException _) {
      Files.write(file, bytes.toByteArray());
    } catch (IOException e) { // the disk is full
      if (!known) {
        Files.deleteIfExists(file);
      }
      throw e;
    }
  }
}
