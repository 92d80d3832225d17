package signpost.record.preflight;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import signpost.kit.LoopbackServer;

final class WebAnswerTest {
  private static final String BEGINNING = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";

  @Test
  void bodyThatNeverEndsKeepsNobodyWaiting() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try (LoopbackServer server =
        new LoopbackServer(
            ServerSocketFactory.getDefault(),
            client -> {
              client.getOutputStream().write(BEGINNING.getBytes(US_ASCII));
              over.await();
            })) {
      URI url = URI.create("http://127.0.0.1:" + server.port() + "/health");

      assertThat(WebAnswer.of(url, Duration.ofSeconds(1), 100))
          .isInstanceOf(WebAnswer.Unreachable.class);
      assertThat(WebAnswer.of(url, Duration.ofSeconds(1), 1))
          .as("as much as is wanted is there")
          .isInstanceOf(WebAnswer.Answered.class);
    } finally {
      over.countDown();
    }
  }
}
