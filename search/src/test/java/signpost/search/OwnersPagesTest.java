package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages by signed link, and those of ops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnersPagesTest {
  private final RunningSearch search;
  private final RunningSearch guarded;
  private final FakeIngest others;
  private final HttpClient client = HttpClient.newHttpClient();

  OwnersPagesTest(@TempDir Path data) throws IOException {
    others = FakeIngest.start();
    Map<String, Object> settings =
        Map.of("signpost.ingest.url", others.address(), "signpost.notifier.url", others.address());
    search = RunningSearch.start(data.resolve("one"), RunningSearch.NO_BROKER, "", settings);
    guarded =
        RunningSearch.start(
            data.resolve("two"),
            RunningSearch.NO_BROKER,
            "",
            Map.of("signpost.notifier.url", others.address(), "signpost.ops.password", "sesame"));
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() {
    search.close();
    guarded.close();
    others.close();
    client.close();
  }

  private HttpResponse<String> post(String path, String fields, boolean fromUs) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(search.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields));
    if (fromUs) {
      request.header("Origin", search.address().toString());
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void pagesByLinkAreKeptNowhereAndFoundByNoSearchEngine() throws Exception {
    HttpResponse<String> page = search.get("/answer?t=good");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
    assertThat(page.headers().firstValue("x-robots-tag")).contains("noindex");
    assertThat(page.body()).contains("The owner put it off until 1 December 2026");
  }

  @Test
  void aLinkThatHasRunOutSaysHowToGetAnother() throws Exception {
    HttpResponse<String> page = search.get("/answer?t=bad");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("This link has run out.", "/yours/link");
    assertThat(search.get("/yours?t=bad").statusCode()).isEqualTo(403);
    assertThat(search.get("/yours/answers.json?t=bad&guide=snap").statusCode()).isEqualTo(403);
    assertThat(search.get("/answer").statusCode()).isEqualTo(400);
  }

  @Test
  void formsFromElsewhereAreRefusedButOneClickUnsubscribingIsNot() throws Exception {
    assertThat(post("/answer", "t=good&answer=keep", false).statusCode()).isEqualTo(403);
    assertThat(post("/yours/wishes", "t=good", false).statusCode()).isEqualTo(403);
    HttpResponse<String> left = post("/unsubscribe?t=good", "List-Unsubscribe=One-Click", false);
    assertThat(left.statusCode()).isEqualTo(200);
    assertThat(left.body()).contains("You will get no more mails");
    assertThat(search.get("/unsubscribe?t=good").body()).contains("<form action=\"/unsubscribe\"");
  }

  @Test
  void whatWasTypedIsStillThereAfterAMistake() throws Exception {
    HttpResponse<String> page = post("/answer", "t=good&answer=replace&with=%3Cscript%3E", true);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Write the address.", "&lt;script>")
        .doesNotContain("<script>");
  }

  @Test
  void opsPagesAreForThisMachineOrForWhoKnowsThePassword() throws Exception {
    assertThat(search.get("/notifications").body())
        .contains("550 no such user", "broken/not-found", "97.5 %", "Sending fails")
        .doesNotContain("@");
    RawHttp elsewhere = new RawHttp(search.address());
    assertThat(elsewhere.get("/notifications", "signpost.example").status()).isEqualTo(403);
    assertThat(guarded.get("/notifications").statusCode()).isEqualTo(401);
    assertThat(guarded.get("/crawl").statusCode()).isEqualTo(401);
    assertThat(guarded.get("/guides").statusCode()).isEqualTo(200);
    String password = Base64.getEncoder().encodeToString("ops:sesame".getBytes(UTF_8));
    HttpRequest known =
        HttpRequest.newBuilder(URI.create(guarded.address() + "/notifications"))
            .header("Authorization", "Basic " + password)
            .build();
    assertThat(client.send(known, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }
}
