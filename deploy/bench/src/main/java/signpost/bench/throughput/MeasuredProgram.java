package signpost.bench.throughput;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A program on this machine that is measured. */
record MeasuredProgram(Path path) {
  private static final Executor READERS = task -> Thread.ofVirtual().start(task);

  /** What came of one run; {@code whole}: it ended by itself. */
  record ProgramRun(String output, Duration took, boolean whole) {}

  /** The program of this name on the PATH, or where a path is given, there. */
  static MeasuredProgram named(String name, String install) throws MissingYardstick {
    String folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Arrays.stream(name.contains("/") ? new String[] {""} : folders.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(MeasuredProgram::new)
        .orElseThrow(() -> new MissingYardstick(name, install));
  }

  /** Runs it to its end, or until patience ends. */
  ProgramRun run(Duration patience, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    return run(patience, Optional.empty(), command);
  }

  /** {@code input}: its standard input. */
  static ProgramRun run(Duration patience, Optional<Path> input, List<String> command)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    input.ifPresent(file -> builder.redirectInput(file.toFile()));
    Process process = builder.start();
    process.getOutputStream().close();
    CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process), READERS);
    boolean whole = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    if (!whole) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    return new ProgramRun(output.join(), took, whole);
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
