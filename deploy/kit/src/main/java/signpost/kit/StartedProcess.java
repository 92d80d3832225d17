package signpost.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process that a test starts, listens to, and ends by its own id. */
public final class StartedProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final StringBuilder said = new StringBuilder();

  private StartedProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  public static StartedProcess of(ProcessBuilder builder) {
    try {
      return new StartedProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command of a tool of the JDK that runs this test, such as {@code keytool}. */
  public static List<String> tool(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Its output up to a line that begins with these words is kept; returns what follows them. */
  public String await(String words) {
    for (Optional<String> line = line(); line.isPresent(); line = line()) {
      if (line.get().startsWith(words)) {
        return line.get().substring(words.length());
      }
    }
    throw new IllegalStateException("It ended and never said “" + words + "”:\n" + said);
  }

  private Optional<String> line() {
    try {
      Optional<String> line = Optional.ofNullable(output.readLine());
      line.ifPresent(it -> said.append(it).append('\n'));
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end. */
  public int exitCode() {
    while (line().isPresent()) {
      // it is kept
    }
    return process.onExit().join().exitValue();
  }

  /** All of its output that was waited for. */
  public String said() {
    return said.toString();
  }

  /** Asks it to stop, and leaves us its last words. */
  public void stop() {
    process.toHandle().destroy();
  }

  /** Sends it a signal by name, such as {@code STOP}. */
  public void signal(String name) {
    String command = "kill -" + name + " " + process.pid();
    try (StartedProcess kill = of(new ProcessBuilder("/bin/sh", "-c", command))) {
      assertThat(kill.exitCode()).as(command).isZero();
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, if it has not ended. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
