package signpost.bench.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** jwarc's own validation of WARC files, in a process of its own: it ends the one it runs in. */
final class JwarcValidation {
  private JwarcValidation() {}

  /** How many lines it writes about the files of a folder: none where all are valid. */
  static long complaints(Path folder) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.netpreserve.jwarc.tools.WarcTool",
                "validate"));
    try (var files = Files.walk(folder)) {
      files
          .map(Path::toString)
          .filter(it -> it.endsWith(".warc.gz"))
          .sorted()
          .forEach(command::add);
    }
    Process validation = new ProcessBuilder(command).redirectErrorStream(true).start();
    long lines;
    try (var out = validation.inputReader()) {
      lines = out.lines().filter(it -> it.contains("ERROR") || it.contains("xception")).count();
    }
    return lines + validation.waitFor();
  }
}
