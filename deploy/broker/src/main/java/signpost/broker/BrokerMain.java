package signpost.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The broker as a process of its own; it stops with SIGTERM or when its parent goes away. */
public final class BrokerMain {
  /** Printed on a line of its own, followed by the address, once clients may connect. */
  public static final String READY = "Broker ready at ";

  /** Exit status when the port or folder cannot be had; the reason is the last line of stderr. */
  public static final int CANNOT_START = 3;

  private BrokerMain() {}

  /**
   * Runs until stopped.
   *
   * @param arguments the folder, then the port; a third {@code --until-stdin-closes} ties the
   *     broker's life to its parent's
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length < 2) {
      System.err.println("Usage: BrokerMain FOLDER PORT [--until-stdin-closes]");
      System.exit(2);
    }
    EmbeddedBroker broker = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    System.out.println(READY + broker.bootstrapServers());
    System.out.flush();
    if (arguments.length > 2) {
      awaitEnd(System.in);
      System.exit(0);
    }
    Thread.currentThread().join();
  }

  private static EmbeddedBroker start(Path folder, int port) {
    try {
      return EmbeddedBroker.start(folder, port);
    } catch (BrokerCannotStartException e) {
      System.err.println(e.getMessage());
      Runtime.getRuntime().halt(CANNOT_START);
      throw e;
    }
  }

  /** A pipe reads as ended when its writer dies, however it dies. */
  private static void awaitEnd(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // the parent says nothing; only its end matters
      }
    } catch (IOException e) {
      // a broken pipe means the same as a closed one
    }
  }
}
