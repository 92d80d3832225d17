package signpost.kit;

import java.nio.file.Path;
import signpost.broker.BrokerMain;

/** A broker in a process of its own, which a test lets stand still and go on. */
public final class PausedBroker implements AutoCloseable {
  private final StartedProcess process;
  private final String bootstrapServers;

  /** Starts it on a free port, with its data in a folder. */
  public PausedBroker(Path folder) {
    process =
        StartedProcess.of(
            new ProcessBuilder(
                    StartedProcess.tool(
                        "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        folder.toString(),
                        "0",
                        "--until-stdin-closes"))
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    bootstrapServers = process.await(BrokerMain.READY);
  }

  /** Where it listens, also while it stands still. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Lets it stand still: it holds its connections and answers nobody. */
  public void pause() {
    process.signal("STOP");
  }

  /** Lets it go on with what came meanwhile. */
  public void goOn() {
    process.signal("CONT");
  }

  @Override
  public void close() {
    process.close();
  }
}
