package signpost.sample.web;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A small HTTP/1.1 server on loopback that can also hang up, which the JDK's own cannot. */
final class SampleServer implements AutoCloseable {
  private static final int MOST_HEAD_BYTES = 16 * 1024;
  private static final int IDLE_MILLIS = 30_000;

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private static final int HANDSHAKE = 0x16;

  private final SampleAuthority authority;
  private final Function<WireRequest, HostResponse> answers;

  private SampleServer(
      ServerSocket listening,
      SampleAuthority authority,
      Function<WireRequest, HostResponse> answers) {
    this.listening = listening;
    this.authority = authority;
    this.answers = answers;
  }

  /** Listens on 127.0.0.1; port 0 takes a free one. */
  static SampleServer listen(
      int port, SampleAuthority authority, Function<WireRequest, HostResponse> answers) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 256);
      SampleServer wire = new SampleServer(socket, authority, answers);
      Thread.ofVirtual().name("sample-web").start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException("The sample web cannot listen on port " + port, e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() {
    quietly(listening);
    open.forEach(SampleServer::quietly);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().name("sample-web-visit").start(() -> talk(socket));
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket plain) {
    try (plain) {
      plain.setSoTimeout(IDLE_MILLIS);
      plain.setTcpNoDelay(true);
      PushbackInputStream first = new PushbackInputStream(plain.getInputStream());
      int begins = first.read();
      if (begins < 0) {
        return;
      }
      first.unread(begins);
      if (begins == HANDSHAKE) {
        try (Socket secured = secured(plain, first.read())) {
          talk(secured.getInputStream(), secured.getOutputStream());
        }
      } else {
        talk(first, plain.getOutputStream());
      }
    } catch (IOException _) {
      // the visitor went away, which is theirs to do
    } finally {
      open.remove(plain);
    }
  }

  /** Both speak on one port: a TLS handshake begins with a byte that no request begins with. */
  private Socket secured(Socket plain, int read) throws IOException {
    InputStream consumed = new ByteArrayInputStream(new byte[] {(byte) read});
    return authority.sockets().createSocket(plain, consumed, true);
  }

  private void talk(InputStream from, OutputStream to) throws IOException {
    InputStream in = new BufferedInputStream(from);
    OutputStream out = new BufferedOutputStream(to);
    boolean stays = true;
    while (stays) {
      Optional<WireRequest> asked = read(in);
      stays = asked.isPresent() && answer(asked.get(), out);
    }
  }

  /** Whether the connection stays open for another request. */
  private boolean answer(WireRequest asked, OutputStream out) throws IOException {
    return switch (answers.apply(asked)) {
      case HostResponse.ConnectionCut() -> false;
      case HostResponse.SentResponse sent -> {
        write(asked, sent, out);
        yield asked.stays();
      }
    };
  }

  private static void write(WireRequest asked, HostResponse.SentResponse sent, OutputStream out)
      throws IOException {
    byte[] body = sent.status() == 304 ? new byte[0] : sent.body().get();
    sleep(sent.after().toMillis());
    StringBuilder head = new StringBuilder("HTTP/1.1 " + sent.status() + " " + reason(sent));
    sent.headers()
        .forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    if (sent.status() != 304) {
      head.append("\r\nContent-Length: ").append(body.length);
    }
    head.append("\r\nConnection: ").append(asked.stays() ? "keep-alive" : "close");
    out.write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    if (asked.wantsBody()) {
      out.write(body);
    }
    out.flush();
  }

  private static String reason(HostResponse.SentResponse sent) {
    return sent.status() < 300 ? "OK" : sent.status() < 400 ? "Elsewhere" : "No";
  }

  private static Optional<WireRequest> read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int last = 0;
    while (last != 0x0d0a0d0a) {
      int next = in.read();
      if (next < 0 || head.size() > MOST_HEAD_BYTES) {
        return Optional.empty();
      }
      head.write(next);
      last = last << 8 | next;
    }
    return parse(head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1));
  }

  private static Optional<WireRequest> parse(String[] lines) {
    String[] first = lines[0].split(" ", -1);
    if (first.length != 3 || !first[1].startsWith("/")) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    boolean stays =
        first[2].equals("HTTP/1.1")
            && (first[0].equals("GET") || first[0].equals("HEAD"))
            && !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    String host = headers.getOrDefault("host", "").toLowerCase(Locale.ROOT);
    int question = first[1].indexOf('?');
    String path = question < 0 ? first[1] : first[1].substring(0, question);
    return Optional.of(
        new WireRequest(first[0], host.replaceFirst(":\\d+$", ""), path, headers, stays));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception _) {
      // closing is all that was wanted
    }
  }
}
