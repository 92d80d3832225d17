package signpost.notifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A TCP server that accepts everybody and serves nobody. */
public final class StubbornServer implements AutoCloseable {
  private static final int DRIP_MILLIS = 100;

  private final ServerSocket server;
  private final Manner manner;
  private final List<Socket> callers = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  /** What it does with whoever calls. */
  public enum Manner {
    SAYS_NOTHING(""),
    /** One byte at a time of a greeting that never ends. */
    DRIPS("220-patience\r\n"),
    /** The same of the head of an answer. */
    DRIPS_HEADERS("HTTP/1.1 200 OK\r\nx: ");

    private final String words;

    Manner(String words) {
      this.words = words;
    }
  }

  public StubbornServer(Manner manner) throws IOException {
    this(manner, 0);
  }

  StubbornServer(Manner manner, int port) throws IOException {
    this.manner = manner;
    this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many called. */
  public int calls() {
    return callers.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = server.accept();
        callers.add(caller);
        Thread.ofVirtual().start(() -> drip(caller));
      }
    } catch (IOException _) {
      // It is closed.
    }
  }

  private void drip(Socket caller) {
    byte[] words = manner.words.getBytes(US_ASCII);
    try (OutputStream out = caller.getOutputStream()) {
      for (int at = 0; !end.await(DRIP_MILLIS, TimeUnit.MILLISECONDS); at++) {
        if (words.length > 0) {
          out.write(at < words.length ? words[at] : words[words.length - 1 - at % 2]);
          out.flush();
        }
      }
    } catch (IOException _) {
      // The caller has had enough.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    server.close();
    for (Socket caller : callers) {
      caller.close();
    }
  }
}
