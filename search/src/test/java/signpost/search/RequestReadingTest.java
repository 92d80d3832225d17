package signpost.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.kit.PatientWaits;

/** Clients that take their time, and one who gives two lengths, on raw sockets. */
@SuppressWarnings("StringConcatToTextBlock") // the lines of HTTP end in CRLF
class RequestReadingTest {
  private static final int MOST_DRIPS = 400;
  private static final int DRIP_MILLIS = 50;
  private static RunningSearch search;

  @BeforeAll
  static void start(@TempDir Path folder) {
    search =
        RunningSearch.start(
            folder, RunningSearch.NO_BROKER, "", Map.of("signpost.request-deadline", "1s"));
  }

  @AfterAll
  static void stop() {
    search.close();
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), search.address().getPort());
    socket.setSoTimeout((int) PatientWaits.LONG.toMillis());
    return socket;
  }

  private static void send(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /** Whether the other side hangs up while words are still dripping. */
  private static boolean isCutOff(Socket socket) throws IOException {
    socket.setSoTimeout(DRIP_MILLIS);
    try {
      for (int i = 0; i < MOST_DRIPS; i++) {
        send(socket, "x");
        if (isEnded(socket)) {
          return true;
        }
      }
      return false;
    } catch (SocketException _) {
      return true;
    }
  }

  private static boolean isEnded(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() == -1;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nx: ",
        "POST /subscribe HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\nof=",
        "POST /subscribe HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n"
            + "\r\nffff\r\nof="
      })
  void requestThatDripsIsCutOff(String beginning) throws IOException {
    try (Socket socket = connected()) {
      send(socket, beginning);
      assertThat(isCutOff(socket)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=x",
        "/api/search",
        "/search.atom",
        "/search.json",
        "/robots.txt",
        "/sitemap.xml",
        "/opensearch.xml",
        "/api/openapi.yaml",
        "/yours/feed?t=bad"
      })
  void whateverIsAcceptedThereIsOneFormOfEachAddress(String path) throws IOException {
    String plain = status(path, "");
    for (String accepted : List.of("text/html", "application/atom+xml", "image/webp")) {
      assertThat(status(path, "Accept: " + accepted + "\r\n")).as(accepted).isEqualTo(plain);
    }
  }

  private static String status(String path, String headers) throws IOException {
    try (Socket socket = connected()) {
      send(
          socket,
          "GET "
              + path
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
              + headers
              + "\r\n");
      return rest(socket).lines().findFirst().orElse("none");
    }
  }

  @Test
  void connectionOnWhichNothingIsSaidIsClosed() throws IOException {
    try (Socket socket = connected()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void connectionThatRestsBetweenRequestsStays() throws IOException {
    String request = "GET /assets/none HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    try (Socket socket = connected();
        Socket dripping = connected()) {
      send(socket, request + "\r\n");
      byte[] beginning = socket.getInputStream().readNBytes("HTTP/1.1 404".length());
      assertThat(new String(beginning, ISO_8859_1)).isEqualTo("HTTP/1.1 404");
      assertThat(isCutOff(dripping)).as("longer than a request may take").isTrue();
      send(socket, request + "Connection: close\r\n\r\n");
      assertThat(rest(socket)).contains("HTTP/1.1 404");
    }
  }

  @Test
  void twoLengthsAreRefusedAndNothingAfterThemIsRead() throws IOException {
    try (Socket socket = connected()) {
      send(
          socket,
          "POST /subscribe HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n"
              + "Host: 127.0.0.1\r\n\r\n");
      assertThat(rest(socket)).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1");
    }
  }

  @Test
  void answerToHeadHasNoBody() throws IOException {
    try (Socket socket = connected()) {
      send(socket, "HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
      assertThat(rest(socket)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }
  }
}
