package signpost.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is measured in a process of its own; it goes when we go. */
public final class BenchProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final Process process;

  private BenchProcess(Process process) {
    this.process = process;
  }

  public static BenchProcess of(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new BenchProcess(process);
  }

  /** The command that runs {@code signpost} in a JVM with these options. */
  public static List<String> signpost(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(tool("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "signpost.cli.Main"));
    command.addAll(arguments);
    return command;
  }

  /** A tool of the JDK that runs us. */
  public static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  public Process process() {
    return process;
  }

  /** As the operating system does it when it must: nothing is closed, nothing said. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and ends it when it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
