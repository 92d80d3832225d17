package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.http.access.ApiDoor;
import signpost.kit.LogLines;

/** Ingest and the notifier run and let search in only where all have one token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OtherTokenTest {
  private static final String TOKEN = "the very same for all parts";

  private static final String DOOR =
      "This API needs the token that " + ApiDoor.TOKEN_KEY + " sets.";

  private final Path data;
  private final Neighbours others;

  OtherTokenTest(@TempDir Path data) throws IOException {
    this.data = data;
    others =
        Neighbours.start(
            data.resolve("others"), "other-token.", Map.of("signpost.api.token", TOKEN));
  }

  @AfterAll
  void stop() {
    others.close();
  }

  private RunningSearch with(String token) {
    Map<String, Object> settings = new HashMap<>(others.settings());
    settings.put("signpost.api.token", token);
    return RunningSearch.start(data.resolve("one"), RunningSearch.NO_BROKER, "", settings);
  }

  @Test
  void opsReadThatTheTokensDifferAndWhatToSet() throws Exception {
    try (RunningSearch search = with("")) {
      HttpResponse<String> crawl = search.get("/crawl");
      assertThat(crawl.statusCode()).isEqualTo(200);
      assertThat(crawl.body())
          .contains("The crawler does not let search in", "“" + DOOR + "”")
          .doesNotContain("does not answer.", "The crawler does not answer");
      HttpResponse<String> notifications = search.get("/notifications");
      assertThat(notifications.statusCode()).isEqualTo(503);
      assertThat(notifications.body())
          .contains("The notifier does not let search in", "“" + DOOR + "”")
          .doesNotContain("does not answer");
    }
  }

  @Test
  void formOfOpsSaysThatNothingWasChangedAndWhy() throws Exception {
    try (RunningSearch search = with("")) {
      Map<String, String> ours = Map.of("origin", search.opsAddress().toString());
      String to =
          search
              .post("/crawl/pause", "host=x&length=hour", ours)
              .headers()
              .firstValue("location")
              .orElseThrow();
      assertThat(search.get(to).body())
          .contains("The crawler does not let search in. Nothing was changed.");
    }
  }

  @Test
  void readersLearnThatOnlyWhoeverRunsItCanHelpAndNotWhatToSet() throws Exception {
    try (RunningSearch search = with("")) {
      HttpResponse<String> page = search.get("/answer?t=" + others.token("/answer"));
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body())
          .contains("only whoever runs it can mend that. Nothing was changed.")
          .doesNotContain("does not answer", "token");
      HttpResponse<String> feed = search.get("/yours/feed?t=x");
      assertThat(feed.statusCode()).isEqualTo(503);
      assertThat(feed.headers().firstValue("retry-after")).isEmpty();
      assertThat(feed.body())
          .contains("only whoever runs it can mend that")
          .doesNotContain("in a few minutes");
    }
  }

  @Test
  void itIsLoggedOnceForEachPartAndNotAtEachRequest() throws Exception {
    try (LogLines gate = new LogLines("signpost.search.gate.ModuleCalls");
        LogLines pages = new LogLines("signpost.search.pages.NotifierPages");
        LogLines feed = new LogLines("signpost.search.feed.OwnerFeed");
        RunningSearch search = with("not the one they have")) {
      for (int i = 0; i < 3; i++) {
        for (String page : List.of("/crawl", "/notifications", "/yours?t=x", "/yours/feed?t=x")) {
          search.get(page);
        }
      }
      assertThat(gate.lines())
          .satisfiesExactlyInAnyOrder(
              line ->
                  assertThat(line)
                      .startsWith("Ingest does not let search in: " + DOOR)
                      .contains("the same signpost.api.token"),
              line -> assertThat(line).startsWith("The notifier does not let search in: " + DOOR));
      assertThat(pages.lines()).isEmpty();
      assertThat(feed.lines()).isEmpty();
    }
  }

  @Test
  void theSameTokenLetsSearchIn() throws Exception {
    try (LogLines gate = new LogLines("signpost.search.gate.ModuleCalls");
        RunningSearch search = with(TOKEN)) {
      assertThat(search.get("/crawl").body())
          .contains(others.host())
          .doesNotContain("let search in");
      assertThat(search.get("/notifications").statusCode()).isEqualTo(200);
      assertThat(gate.lines()).isEmpty();
    }
  }
}
