package signpost.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import signpost.kit.PatientWaits;

/** Asks for addresses, and by headers, that no honest client could write. */
final class RawHttp {
  private final int port;

  RawHttp(URI server) {
    this.port = server.getPort();
  }

  record Answer(int status, String body, String head) {}

  /** {@code target} is sent as it is, each character one byte. */
  Answer get(String target) throws IOException {
    return get(target, "127.0.0.1");
  }

  /** {@code host}: the name it is asked under. */
  Answer get(String target, String host) throws IOException {
    return ask("GET " + target, "Host: " + host);
  }

  /** {@code request}: method and target; {@code headers} as they are sent. */
  Answer ask(String request, String... headers) throws IOException {
    return send(request + " HTTP/1.1\r\n" + String.join("\r\n", headers), "");
  }

  /** A form, as a browser sends it. */
  Answer post(String path, String fields, String... headers) throws IOException {
    return send(
        "POST %s HTTP/1.1\r\n%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d"
            .formatted(path, String.join("\r\n", headers), fields.length()),
        fields);
  }

  private Answer send(String head, String form) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout((int) PatientWaits.LONG.toMillis());
      String request = head + "\r\nConnection: close\r\n\r\n" + form;
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      int status = Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
      int end = answer.indexOf("\r\n\r\n");
      String body = answer.substring(end < 0 ? answer.length() : end + 4);
      return new Answer(status, body, answer.substring(0, Math.max(0, end)));
    }
  }
}
