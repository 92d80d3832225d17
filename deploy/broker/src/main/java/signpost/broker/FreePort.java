package signpost.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of 127.0.0.1 for servers that must know theirs before they listen.
 *
 * <p>The system takes the port of an outgoing connection from a range of its own, from 32768 up on
 * Linux (<code>ip(7)</code>, <code>ip_local_port_range</code>). A port from there that is free now
 * may be a connection's a moment later, and the server that was to have it cannot start. These lie
 * below, and one process is given none twice until all have been.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int END = 32_768;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(END - FIRST));

  private FreePort() {}

  /**
   * A port that nothing listens on at this moment.
   *
   * @throws BrokerCannotStartException when there is none
   */
  public static int find() {
    for (int tried = FIRST; tried < END; tried++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), END - FIRST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new BrokerCannotStartException(
        "This machine has no free port between %d and %d on 127.0.0.1.".formatted(FIRST, END - 1));
  }

  /** The same, and another than one that is about to be listened on. */
  static int besides(int port) {
    int found = find();
    return found == port ? find() : found;
  }

  private static boolean isFree(int port) {
    try {
      tryToListen("127.0.0.1", port);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Binds and lets go.
   *
   * @throws IOException when the port is in use or not allowed
   */
  public static void tryToListen(String host, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    }
  }
}
