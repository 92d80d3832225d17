package signpost.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.util.FileLock;

/** A real Kafka broker and its controller in this JVM, on loopback, with its data in one folder. */
public final class EmbeddedBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final FileLock lock;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, FileLock lock, int port) {
    this.server = server;
    this.lock = lock;
    this.port = port;
  }

  /**
   * Starts a broker that carries on with what the folder holds.
   *
   * @param port where clients connect on 127.0.0.1; 0 takes a free one
   * @throws BrokerCannotStartException when the port or the folder is in use or cannot be written
   */
  public static EmbeddedBroker start(Path folder, int port) {
    return start(folder, port, Map.of());
  }

  /**
   * As {@link #start(Path, int)}, with settings in Kafka's own words over the usual ones: a broker
   * that wants to know who its clients are. A value that begins with a comma is added to the usual
   * one.
   */
  public static EmbeddedBroker start(Path folder, int port, Map<String, String> more) {
    Path home = folder.toAbsolutePath().normalize();
    FileLock lock = hold(home);
    try {
      int clients = clients(port);
      Path logs = home.resolve("logs");
      Map<String, String> settings = BrokerSettings.of(logs, clients, FreePort.besides(clients));
      more.forEach((key, value) -> settings.merge(key, value, EmbeddedBroker::added));
      format(logs);
      KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.apply(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, lock, clients);
    } catch (Exception e) {
      release(lock, e);
      throw e instanceof BrokerCannotStartException known
          ? known
          : new BrokerCannotStartException("The broker could not start in " + home + ": " + e, e);
    }
  }

  private static String added(String usual, String more) {
    return more.startsWith(",") ? usual + more : more;
  }

  /** {@code 127.0.0.1:port}, as Kafka's clients take it. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      release(lock, new IllegalStateException("closing"));
    }
  }

  /** Kafka locks its logs only once it has read them; the system lets go when the process dies. */
  private static FileLock hold(Path home) {
    try {
      Files.createDirectories(home);
      FileLock lock = new FileLock(home.resolve("broker.lock").toFile());
      if (lock.tryLock()) {
        return lock;
      }
      lock.unlockAndClose();
    } catch (IOException e) {
      throw new BrokerCannotStartException(
          "The broker cannot write to its folder "
              + home
              + " ("
              + e
              + "). Make it writable or choose another.",
          e);
    }
    throw new BrokerCannotStartException(
        "Another broker is using the folder " + home + ". Stop it or choose another folder.");
  }

  private static void format(Path logs) throws Exception {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(logs);
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(logs.toString())
        .setMetadataLogDirectory(Optional.of(logs.toString()))
        .setControllerListenerName("CONTROLLER")
        .setIgnoreFormatted(true)
        .run();
  }

  /** Asking first costs a millisecond and turns Kafka's late failure into a clear message. */
  private static int clients(int wanted) {
    if (wanted == 0) {
      return FreePort.find();
    }
    try {
      FreePort.tryToListen("127.0.0.1", wanted);
      return wanted;
    } catch (IOException e) {
      throw new BrokerCannotStartException(
          "The broker's port %d cannot be had (%s). Choose another or stop what uses it."
              .formatted(wanted, e.getMessage()),
          e);
    }
  }

  private static void release(FileLock lock, Exception why) {
    try {
      lock.unlockAndClose();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }
}
