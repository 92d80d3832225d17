package signpost.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/** Listens at 127.0.0.1 and gives each connection a thread of its own. */
public final class LoopbackServer implements AutoCloseable {
  private final ServerSocket door;
  private final ConnectionScript script;

  /** What is done with a connection, which is closed afterwards. */
  @FunctionalInterface
  public interface ConnectionScript {
    void serve(Socket client) throws Exception;
  }

  /**
   * Starts it.
   *
   * @param sockets those of {@link CertificateAuthority#showing} for one that is encrypted
   */
  public LoopbackServer(ServerSocketFactory sockets, ConnectionScript script) {
    this.script = script;
    try {
      this.door = sockets.createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // It is closed, or a client was quicker to go than to come.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      script.serve(client);
    } catch (Exception _) {
      // The client went away, as many tests want it to.
    }
  }

  /** Passes on what each of the two says to the other, until one of them goes. */
  public static void join(Socket client, Socket server) {
    Thread.ofVirtual().start(() -> pass(server, client));
    pass(client, server);
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One of the two is gone.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
