package signpost.search.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether anything can have come of a call that brought no answer. */
final class LostCallTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void nothingCameOfWhatWasNotSent() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, HERE)) {
      port = gone.getLocalPort();
    }
    assertThat(LostCall.changedNothing(lost(port, Duration.ofSeconds(20)))).isTrue();
  }

  @Test
  void nothingCameOfWhatWasRefused() throws IOException {
    assertThat(changedNothing("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n{",
        "HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 504 Gateway Timeout\r\ncontent-length: 0\r\n\r\n",
      })
  void whatBreaksOffOrBreaksDownMayHaveBeenDone(String answer) throws IOException {
    assertThat(changedNothing(answer)).isFalse();
  }

  @Test
  void whatIsLateMayBeDoneYet() throws IOException {
    try (ServerSocket late = new ServerSocket(0, 1, HERE)) {
      HttpClientException lost = lost(late.getLocalPort(), Duration.ofSeconds(2));
      assertThat(LostCall.changedNothing(lost)).isFalse();
    }
  }

  /** Of a call to a server that hears all of it, answers so, and hangs up. */
  private static boolean changedNothing(String answer) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
      Thread.ofVirtual().start(() -> answer(server, answer));
      return LostCall.changedNothing(lost(server.getLocalPort(), Duration.ofSeconds(20)));
    }
  }

  private static void answer(ServerSocket server, String answer) {
    try (Socket call = server.accept()) {
      byte[] heard = new byte[4096];
      String all = "";
      while (!all.endsWith("what=it")) {
        all += new String(heard, 0, call.getInputStream().read(heard), ISO_8859_1);
      }
      call.getOutputStream().write(answer.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpClientException lost(int port, Duration patience) throws IOException {
    var configuration = new DefaultHttpClientConfiguration();
    configuration.setReadTimeout(patience);
    URI server = URI.create("http://" + HERE.getHostAddress() + ":" + port);
    try (HttpClient client = HttpClient.create(server.toURL(), configuration)) {
      HttpClientException lost =
          catchThrowableOfType(
              HttpClientException.class,
              () -> client.toBlocking().exchange(HttpRequest.POST("/", "what=it")));
      assertThat(lost).isNotNull();
      return lost;
    }
  }
}
