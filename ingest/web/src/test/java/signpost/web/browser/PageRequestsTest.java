package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;

/** What a page asks for of hosts that do not answer. */
class PageRequestsTest {
  private static final Pattern FAILED = Pattern.compile("Fetch\\.failRequest");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void whatWaitsItsTurnIsNotAskedOfAHostThatDidNotAnswer() throws IOException {
    var never = new CountDownLatch(1);
    try (var site = new ScriptedSite();
        var requests = requests(site)) {
      IntStream.range(0, 20).forEach(n -> site.answering("/slow" + n, never));

      for (int n = 0; n < 20; n++) {
        requests.answer(asking(site.url("/slow" + n)));
      }

      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() ->
              assertThat(FAILED.matcher(said.toString(StandardCharsets.UTF_8)).results())
                  .hasSize(20));
      assertThat(IntStream.range(0, 20).filter(n -> !site.asked("/slow" + n).isEmpty()).count())
          .isLessThanOrEqualTo(4);
    } finally {
      never.countDown();
    }
  }

  private PageRequests requests(ScriptedSite site) {
    WebUrl page = WebUrl.of(site.url("/"));
    var paused =
        new PausedRequests(DevtoolsPipe.open(InputStream.nullInputStream(), said), "session");
    return new PageRequests(
        site.hosts(), paused, new PageLosses(page), site.settings(Duration.ofMinutes(2), 1L << 30));
  }

  private static JsonNode asking(String url) throws IOException {
    return DevtoolsPipe.JSON.readTree(
        """
        {"requestId": "%s", "resourceType": "Fetch",
         "request": {"url": "%s", "method": "GET", "headers": {}}}\
        """
            .formatted(url, url));
  }
}
