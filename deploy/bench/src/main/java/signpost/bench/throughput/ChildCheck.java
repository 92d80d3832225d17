package signpost.bench.throughput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code signpost check}, started as a user starts it: by the launcher. */
final class ChildCheck {
  private static final Duration PATIENCE = Duration.ofMinutes(9);
  private static final Pattern BEFORE = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

  /** {@code took} with the JVM's start; {@code peak}: the fullest its heap was, in MiB. */
  record CheckRun(String output, Duration took, long peak) {
    /** A number of the report's summary. */
    double figure(String name) {
      Matcher found =
          Pattern.compile("\"" + Pattern.quote(name) + "\" : ([\\d.]+)").matcher(output);
      return found.find() ? Double.parseDouble(found.group(1)) : -1;
    }
  }

  private ChildCheck() {}

  /** Runs it with a heap of so many MiB, reporting as JSON. */
  static CheckRun run(int heap, Optional<Path> input, List<String> arguments)
      throws IOException, InterruptedException {
    Path collections = Files.createTempFile("signpost-gc", ".log");
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "env",
                  "SIGNPOST_JAVA_OPTS=-Xmx" + heap + "m -Xlog:gc:file=" + collections,
                  Path.of(System.getProperty("signpost.top"), "deploy", "signpost").toString(),
                  "check",
                  "--format",
                  "json"));
      command.addAll(arguments);
      MeasuredProgram.ProgramRun run = MeasuredProgram.run(PATIENCE, input, command);
      long peak =
          BEFORE
              .matcher(Files.readString(collections))
              .results()
              .mapToLong(found -> Long.parseLong(found.group(1)))
              .max()
              .orElse(0);
      return new CheckRun(run.output(), run.took(), peak);
    } finally {
      Files.delete(collections);
    }
  }
}
