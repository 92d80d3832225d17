package signpost.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A forward proxy of somebody else's, at 127.0.0.1: CONNECT and whole addresses (RFC 9110, 7.6 and
 * 9.3.6), Basic sign-in, and every name leads to 127.0.0.1. It keeps what it was asked for.
 */
public final class ConnectProxy implements AutoCloseable {
  private final LoopbackServer door;
  private final String credentials;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String instead = "";

  /**
   * Starts it.
   *
   * @param sockets those of {@link CertificateAuthority#showing} for one that is encrypted itself
   * @param who {@code user:password}; empty lets everybody in
   */
  public ConnectProxy(ServerSocketFactory sockets, String who) {
    this.credentials =
        who.isEmpty() ? "" : Base64.getEncoder().encodeToString(who.getBytes(ISO_8859_1));
    this.door = new LoopbackServer(sockets, this::serve);
  }

  /** Its port. */
  public int port() {
    return door.port();
  }

  /** The first lines of all requests so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** From now on this is its answer to everybody, whatever it is. */
  public void answers(String words) {
    instead = words;
  }

  private void serve(Socket client) throws IOException {
    String head = head(client.getInputStream());
    String first = head.lines().findFirst().orElse("");
    asked.add(first);
    OutputStream out = client.getOutputStream();
    if (!instead.isEmpty()) {
      say(out, instead);
    } else if (!head.contains("Proxy-Authorization: Basic " + credentials)
        && !credentials.isEmpty()) {
      say(out, "HTTP/1.1 407 Who are you?\r\nContent-Length: 0\r\n\r\n");
    } else if (first.startsWith("CONNECT ")) {
      tunnel(client, port(first.split(" ", -1)[1]));
    } else {
      forward(client, head, first.split(" ", -1)[1]);
    }
  }

  private static int port(String authority) {
    return Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
  }

  private static void tunnel(Socket client, int port) throws IOException {
    try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      say(client.getOutputStream(), "HTTP/1.1 200 Connected\r\nVia: 1.1 test\r\n\r\n");
      LoopbackServer.join(client, server);
    }
  }

  /** One request, whose answer ends with the connection. */
  private static void forward(Socket client, String head, String address) throws IOException {
    int host = address.indexOf("//") + 2;
    int path = address.indexOf('/', host);
    try (Socket server =
        new Socket(InetAddress.ofLiteral("127.0.0.1"), port(address.substring(host, path)))) {
      String own =
          head.replaceFirst("\\S+ \\S+", "GET " + address.substring(path))
              .replaceFirst("(?i)Proxy-Authorization: [^\r]*\r\n", "");
      say(server.getOutputStream(), own);
      server.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("gone amid " + head);
      }
      head.append((char) c);
    }
    return head.toString();
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    door.close();
  }
}
