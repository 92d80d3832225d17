package signpost.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** Asks for addresses that no honest client could write. */
final class RawHttp {
  private final int port;

  RawHttp(URI server) {
    this.port = server.getPort();
  }

  record Answer(int status, String body) {}

  /** {@code target} is sent as it is, each character one byte. */
  Answer get(String target) throws IOException {
    return get(target, "127.0.0.1");
  }

  /** {@code host}: the name it is asked under. */
  Answer get(String target, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout(20_000);
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      int status = Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
      int head = answer.indexOf("\r\n\r\n");
      return new Answer(status, answer.substring(head < 0 ? answer.length() : head + 4));
    }
  }
}
