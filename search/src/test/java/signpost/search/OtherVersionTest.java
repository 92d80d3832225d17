package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody answers where ingest and the notifier should, and lacks what pages need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OtherVersionTest {
  private final HttpServer other;
  private final RunningSearch search;

  OtherVersionTest(@TempDir Path data) throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    other.createContext("/", exchange -> answer(exchange, 200, "{\"outcome\":\"done\"}"));
    other.createContext("/api/hosts/pause", exchange -> answer(exchange, 500, "{}"));
    other.createContext(
        "/api/own/feed",
        exchange -> answer(exchange, 200, "{\"outcome\":\"done\",\"words\":\"x.y\"}"));
    other.start();
    String url = "http://127.0.0.1:" + other.getAddress().getPort();
    search =
        RunningSearch.start(
            data,
            RunningSearch.NO_BROKER,
            "",
            Map.of("signpost.ingest.url", url, "signpost.notifier.url", url));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterAll
  void stop() {
    search.close();
    other.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/answer?t=x", "/yours?t=x", "/subscribe/confirm?t=x", "/notifications"})
  void aPageThatLacksWhatItNeedsSaysSo(String path) throws Exception {
    HttpResponse<String> page = search.get(path);
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("That does not work at the moment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/answer", "/yours/wishes", "/yours/webhook", "/unsubscribe"})
  void aFormThatIsNotAnsweredWholeMayHaveBeenHeeded(String path) throws Exception {
    HttpResponse<String> page =
        search.post(path, "t=x&answer=keep", Map.of("origin", search.address().toString()));
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("it may have arrived all the same")
        .doesNotContain("Nothing was changed");
  }

  @Test
  void whatIsShownOnlyNowIsShownWithoutTheRestOfThePage() throws Exception {
    HttpResponse<String> page =
        search.post("/yours/feed", "t=x", Map.of("origin", search.address().toString()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("/yours/feed?t=x.y");
  }

  @Test
  void aFeedIsToBeAskedForLater() throws Exception {
    HttpResponse<String> feed = search.get("/yours/feed?t=x");
    assertThat(feed.statusCode()).isEqualTo(503);
    assertThat(feed.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void whatTheCrawlerBrokeDownAtMayBeDone() throws Exception {
    HttpResponse<String> pressed =
        search.post(
            "/crawl/pause",
            "host=https%3A%2F%2Fit.example",
            Map.of("origin", search.opsAddress().toString()));
    String shown = pressed.headers().firstValue("location").orElseThrow();
    assertThat(shown).startsWith("/crawl?did=unclear&");
    assertThat(search.get(shown).body()).contains("It may have done it all the same");
  }

  @Test
  void crawlControlSaysThatTheCrawlerDoesNotAnswer() throws Exception {
    HttpResponse<String> page = search.get("/crawl");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("does not answer");
  }
}
