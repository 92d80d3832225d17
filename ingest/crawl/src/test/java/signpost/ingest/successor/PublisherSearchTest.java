package signpost.ingest.successor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.HostTurns;
import signpost.ingest.store.Databases;
import signpost.ingest.successor.RememberedTargets.RememberedTarget;
import signpost.ingest.successor.SearchedTarget.SearchResult;
import signpost.record.store.Database;
import signpost.successor.RememberedPage;
import signpost.url.CanonicalUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.fetch.Fetchers;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;

/** What one publisher's site answers, and what is made of it. */
class PublisherSearchTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final String HELP =
      "Ring us on any weekday between nine and five, and bring the letters that you were sent.";

  /** A status and a body; the site answers everything else with 404. */
  private record SiteAnswer(int status, String body) {}

  @TempDir Path folder;
  private final Map<String, SiteAnswer> site = new ConcurrentHashMap<>();
  private volatile int otherwise = 404;

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeEach
  void start() throws IOException {
    database = Databases.sqlite(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    database.close();
  }

  @Test
  void siteThatWantsToBeLeftAloneAfterItsFirstAnswerIsAskedAgainLater() throws Exception {
    site.put("/old", new SiteAnswer(404, "<h1>Page not found</h1>"));
    site.put("/robots.txt", new SiteAnswer(404, ""));
    otherwise = 429;

    assertThat(searched()).isInstanceOf(SearchResult.Unsettled.class);
  }

  @Test
  void siteThatAnsweredAllHasNoSuchPage() throws Exception {
    assertThat(searched())
        .isInstanceOfSatisfying(
            SearchResult.Searched.class,
            it -> assertThat(it.successor()).isInstanceOf(PageSuccessor.NotFound.class));
  }

  /** It answers 404 now and then. */
  @Test
  void pageThatIsAtItsAddressAgainIsLookedForLater() throws Exception {
    site.put("/old", new SiteAnswer(200, "<h1>Help</h1><p>" + HELP + "</p>"));

    assertThat(searched()).isInstanceOf(SearchResult.Unsettled.class);
  }

  @Test
  void targetAtWhichWeFailIsPutOffAloneAndTheOthersAreLookedFor() throws Exception {
    SearchedTarget unreadable =
        target("/other", Optional.of(new PageSuccessor.Offered("no address", "Help", "")));
    SearchedTarget sound = target("/old", Optional.empty());

    Map<SearchedTarget, SearchResult> results = results(List.of(unreadable, sound));
    assertThat(results.get(unreadable)).isInstanceOf(SearchResult.Failed.class);
    assertThat(results.get(sound)).isInstanceOf(SearchResult.Searched.class);
  }

  @Test
  void offeredPageIsThereForAsLongAsItMayBeOffered() throws Exception {
    SearchedTarget offered =
        target("/old", Optional.of(new PageSuccessor.Offered(url("/new"), "Help", "Same title")));
    site.put("/new", new SiteAnswer(200, "<h1>Help</h1><p>" + HELP + "</p>"));
    assertThat(results(List.of(offered))).containsValue(new SearchResult.StillThere());

    site.put(
        "/new",
        new SiteAnswer(200, "<h1>Casino slots</h1><p>" + "Poker, roulette and more. ".repeat(40)));
    assertThat(results(List.of(offered))).containsValue(new SearchResult.NotThere());
  }

  private SearchResult searched() throws InterruptedException {
    SearchedTarget target = target("/old", Optional.empty());
    return requireNonNull(results(List.of(target)).get(target));
  }

  private SearchedTarget target(String path, Optional<PageSuccessor> found) {
    return new SearchedTarget(new CanonicalUrl(url(path)), NOON, found, 0, NOON);
  }

  private Map<SearchedTarget, SearchResult> results(List<SearchedTarget> targets)
      throws InterruptedException {
    Duration any = Duration.ofMinutes(5);
    InstantSource clock = InstantSource.system();
    Map<SearchedTarget, RememberedTarget> known = new LinkedHashMap<>();
    LinkHealth broken = new LinkHealth.Broken(FailureClass.NOT_FOUND, NOON);
    targets.forEach(it -> known.put(it, new RememberedTarget(old(it), broken)));
    Map<SearchedTarget, SearchResult> results = new HashMap<>();
    try (var reader = new MediaPageReader(PublisherRules.builtIn())) {
      new PublisherSearch(
              PoliteFetcher.of(Fetchers.loopback(), pace(), clock),
              reader,
              new HostTurns(database),
              new IngestConfig(
                  folder, folder, 1, any, any, any, any, any, ZoneOffset.UTC, List.of()),
              clock,
              clock)
          .look(known, results::put);
    }
    return results;
  }

  /** Whoever wants to be left alone is, for longer than a search waits. */
  private static PaceSettings pace() {
    Duration none = Duration.ZERO;
    Duration hour = Duration.ofHours(1);
    return new PaceSettings(none, hour, hour, hour, 3, hour);
  }

  private static RememberedPage old(SearchedTarget target) {
    return RememberedPage.of(
        target.target().url(), WrittenPage.saying(HELP).titled("Help").page(), List.of());
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    SiteAnswer answer =
        site.getOrDefault(
            exchange.getRequestURI().getPath(),
            new SiteAnswer(otherwise, "<h1>Page not found</h1>"));
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("content-type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
