package signpost.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import signpost.broker.BrokerMain;

/** A broker in a process of its own, which a test lets stand still and go on. */
public final class PausedBroker implements AutoCloseable {
  private final Process process;
  private final String bootstrapServers;

  /** Starts it on a free port, with its data in a folder. */
  public PausedBroker(Path folder) {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  BrokerMain.class.getName(),
                  folder.toString(),
                  "0",
                  "--until-stdin-closes")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      bootstrapServers = address(process.inputReader(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(BrokerMain.READY)) {
        return line.substring(BrokerMain.READY.length());
      }
    }
    throw new IOException("the broker ended without a word");
  }

  /** Where it listens, also while it stands still. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Lets it stand still: it holds its connections and answers nobody. */
  public void pause() {
    assertThat(signalled("STOP")).isZero();
  }

  /** Lets it go on with what came meanwhile. */
  public void goOn() {
    assertThat(signalled("CONT")).isZero();
  }

  private int signalled(String signal) {
    try {
      return new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
