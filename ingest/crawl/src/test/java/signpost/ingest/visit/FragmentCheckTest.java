package signpost.ingest.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.LinkHealth;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.Lease;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.WatchedUrl;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.health.HealthExplanations;

class FragmentCheckTest {
  private static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");
  private static final CanonicalUrl PAGE = new CanonicalUrl("https://help.example/page");
  private static final CanonicalUrl GUIDE = new CanonicalUrl("https://council.example/guide");

  private static final Optional<ReadablePage> READ =
      Optional.of(WrittenPage.saying().titled("Help").page());

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void start() {
    database = Databases.sqlite(folder);
    database.write(handle -> {
      new SqlFrontier(database).watch(handle, List.of(placed("https://help.example/page#start")));
      return TargetStore.refers(
          handle,
          GUIDE,
          List.of(
              new TargetStore.TargetReference(PAGE, "Signs", "", Set.of("signs", "caf%C3%A9"))));
    });
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void thePlacesThatLinksLeadToAreLookedForWheneverThePageIsRead() {
    assertThat(look("<h2 id=start>Start</h2><h2 id='signs'>Signs</h2><a name=café>Talk</a>"))
        .isEmpty();
    assertThat(look("<h2 id=start>Start</h2><h2 id=symptoms>Symptoms</h2>"))
        .containsExactly("caf%C3%A9", "signs");
    assertThat(look("<h2>Nothing has a name</h2>")).containsExactly("caf%C3%A9", "signs", "start");
    assertThat(known().missingFragments()).hasSize(3);
    assertThat(look("<p id=start><p id=signs><p id=café>")).isEmpty();
    assertThat(known().missingFragments()).isEmpty();
  }

  @Test
  void aPageThatWorksButLacksThePlaceSaysSo() {
    String reason = HealthExplanations.of(new LinkHealth.Ok(), PAGE, List.of("caf%C3%A9")).reason();
    assertThat(reason).startsWith("The page works, but").endsWith("“#café”.");
    assertThat(HealthExplanations.of(new LinkHealth.Ok(), PAGE, List.of()))
        .isEqualTo(HealthExplanations.of(new LinkHealth.Ok(), PAGE));
  }

  @Test
  void aRedirectMayNameThePlaceItself() {
    WebUrl asked = WebUrl.of("https://help.example/page#start");
    String html = "<p id=new>";
    RedirectHop elsewhere =
        new RedirectHop(asked, 301, WebUrl.of("https://help.example/moved#new"));
    assertThat(look(visit(html, asked, List.of(elsewhere)))).isEmpty();
    RedirectHop kept = new RedirectHop(asked, 301, WebUrl.of("https://help.example/moved#start"));
    assertThat(look(visit(html, asked, List.of(kept)))).contains("start");
  }

  private List<String> look(String html) {
    return look(visit(html, PAGE.url(), List.of()));
  }

  private List<String> look(Visit.Answered visit) {
    return database.write(handle ->
        FragmentCheck.look(handle, TargetStore.find(handle, PAGE).orElseThrow(), visit, READ)
            .missingFragments());
  }

  private KnownTarget known() {
    return database.read(handle -> TargetStore.find(handle, PAGE).orElseThrow());
  }

  private static Visit.Answered visit(String html, WebUrl url, List<RedirectHop> hops) {
    Headers headers = new Headers(Map.of("content-type", List.of("text/html; charset=utf-8")));
    Lease lease =
        new Lease(
            PAGE,
            "https://help.example/page#start",
            PAGE.origin(),
            1,
            TargetKind.RESOURCE,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Visit.Answered(
        lease,
        new Answered(
            url, url, 200, hops, headers, ResponseBody.of(html.getBytes(UTF_8)), Duration.ZERO),
        new HostAfter(NOW, Optional.empty(), "GET: 200", NOW));
  }

  private static WatchedUrl placed(String requestUrl) {
    return new WatchedUrl(PAGE, requestUrl, TargetKind.RESOURCE, true, Optional.empty(), 0, NOW);
  }
}
