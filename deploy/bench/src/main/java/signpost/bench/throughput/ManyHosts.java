package signpost.bench.throughput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hosts of all names behind one loopback port. Each has a latency of its own from 20 to 200 ms,
 * every tenth limits rates, and of a hundred links 90 answer, 6 are gone and 3 are in doubt, the
 * shares measured on real pages.
 */
final class ManyHosts implements AutoCloseable {
  private final ServerSocket listening;
  private final double burst;
  private final double perSecond;
  private final byte[] links;
  private final Map<String, RateLimit> limits = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();

  /** {@code links}: what {@code /links} answers; burst and rate: of the hosts that limit. */
  ManyHosts(String links, double burst, double perSecond, ServerSocket listening) {
    this.links = links.getBytes(ISO_8859_1);
    this.burst = burst;
    this.perSecond = perSecond;
    this.listening = listening;
    Thread.ofPlatform().daemon().name("hosts").start(this::accept);
  }

  static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 4096, InetAddress.ofLiteral("127.0.0.1"));
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // Closed: the bench is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      var out = new BufferedOutputStream(socket.getOutputStream());
      boolean open = true;
      while (open) {
        String path = line(in).split(" ", -1)[1];
        String host = "";
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          if (header.toLowerCase(Locale.ROOT).startsWith("host:")) {
            host = header.substring(5).strip();
          }
        }
        requests.incrementAndGet();
        open = answer(host, path, out);
        out.flush();
      }
    } catch (IOException _) {
      // The other side has what it wanted.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private boolean answer(String host, String path, OutputStream out)
      throws IOException, InterruptedException {
    if (path.equals("/links")) {
      write(out, "200 OK", "Content-Type: text/html\r\n", links);
      return true;
    }
    int number = mixed(host);
    RateLimit limit = limits.computeIfAbsent(host, _ -> new RateLimit(burst, perSecond));
    if (number % 10 == 0 && !limit.allows(System.nanoTime())) {
      write(out, "429 Too Many", "Retry-After: " + RateLimit.RETRY_AFTER + "\r\n", new byte[0]);
      return true;
    }
    Thread.sleep(20 + number % 181);
    return path.equals("/robots.txt") ? plain(out, "404 Not Found") : mix(mixed(path) % 1000, out);
  }

  private static boolean mix(int of1000, OutputStream out)
      throws IOException, InterruptedException {
    if (of1000 < 4) {
      return false; // the connection is dropped without a word
    }
    if (of1000 < 8) {
      Thread.sleep(2000);
    }
    String status =
        of1000 < 907
            ? "200 OK"
            : of1000 < 963
                ? "404 Not Found"
                : of1000 < 971
                    ? "410 Gone"
                    : of1000 < 983 ? "403 Forbidden" : of1000 < 990 ? "500 Oh" : "503 Busy";
    return plain(out, status);
  }

  private static boolean plain(OutputStream out, String status) throws IOException {
    write(out, status, "Content-Type: text/plain\r\n", "words ".repeat(80).getBytes(ISO_8859_1));
    return true;
  }

  private static void write(OutputStream out, String status, String headers, byte[] body)
      throws IOException {
    String head =
        "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
    out.write(head.getBytes(ISO_8859_1));
    out.write(body);
  }

  /** Spread evenly, and the same in each run. */
  private static int mixed(String text) {
    int h = text.hashCode() * 0x9E3779B9;
    return ((h ^ (h >>> 15)) * 0x85EBCA6B) >>> 4;
  }

  Collection<RateLimit> limits() {
    return limits.values();
  }

  long requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
