package signpost.sample.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Asks the sample web on a socket of its own each time, naming the host it means. */
record Visitor(int port) {

  /** What came back; status 0 when the connection was closed without an answer. */
  record Reply(int status, Map<String, String> headers, String latin) {
    byte[] body() {
      return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
      return new String(body(), StandardCharsets.UTF_8);
    }

    Document page() {
      return Jsoup.parse(text());
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  Reply get(String url) throws IOException {
    URI uri = URI.create(url);
    return ask("GET", uri.getHost(), uri.getRawPath(), "");
  }

  Reply get(SampleHost twin, String path) throws IOException {
    return ask("GET", twin.host(), path, "");
  }

  Reply ask(String method, String host, String path, String header) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      String head =
          "%s %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n%s\r\n"
              .formatted(method, path, host, port, header);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return reply(socket.getInputStream().readAllBytes());
    }
  }

  private static Reply reply(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    if (all.isEmpty()) {
      return new Reply(0, Map.of(), all);
    }
    int end = all.indexOf("\r\n\r\n");
    String[] lines = all.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] header = lines[i].split(": ", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    return new Reply(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, all.substring(end + 4));
  }
}
