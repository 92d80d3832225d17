package signpost.ingest.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.PageEvent.PageRead;
import signpost.events.RecordJson;
import signpost.ingest.frontier.HostMemory;
import signpost.kit.InstalledBrowser;
import signpost.kit.SteppedClock;
import signpost.record.store.Database;
import signpost.url.WebUrl;
import signpost.web.politeness.HostPace;

/** Pages that need a browser, with and without one. */
class EmptyShellIT {
  private static final String SHELL =
      "<html><title>Help</title><body><div id=root></div><script>"
          + "document.getElementById('root').innerHTML ="
          + " '<main><p>Words for families who look after each other.</p></main>'</script></body>";

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));
  @TempDir Path folder;

  @Test
  void shellIsSaidToNeedABrowserWhereItIsOff() throws IOException {
    try (Site site = new Site()) {
      site.page("/shell", SHELL);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();

        assertThat(crawl.get("/api/unread"))
            .contains(
                site.url("/shell"), "needs-browser", "signpost.browser is off", "2026-01-05T09:00");
        assertThat(read(crawl, site.url("/shell"))).isEmpty();
      }
    }
  }

  @Test
  void shellIsAskedForInFullThoughItsServerSaysThatItIsTheSame() throws IOException {
    try (Site site = new Site()) {
      site.unchanging("/shell", SHELL);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();

        crawl.later(Duration.ofDays(1));

        assertThat(crawl.get("/api/unread"))
            .contains("\"since\":\"2026-01-05T09:00", "\"at\":\"2026-01-06T09:00");
      }
    }
  }

  @Test
  void pageThatIsReadAgainLeavesTheList() throws IOException {
    try (Site site = new Site()) {
      site.page("/shell", SHELL);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();
        site.page("/shell", "<main><p>Words for families who look after each other.</p></main>");

        crawl.later(Duration.ofDays(1));

        assertThat(crawl.get("/api/unread")).isEqualTo("[]");
        assertThat(read(crawl, site.url("/shell"))).hasSize(1);
      }
    }
  }

  @Test
  void shellOfAPageThatWasReadBeforeIsInDoubt() throws IOException {
    try (Site site = new Site()) {
      site.page("/shell", "<main><p>Words for families who look after each other.</p></main>");
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();
        assertThat(doubted(crawl)).isEmpty();
        site.page("/shell", SHELL);

        crawl.later(Duration.ofDays(1));

        assertThat(doubted(crawl)).containsExactly(site.url("/shell"));
        assertThat(crawl.get("/api/unread"))
            .contains("doubtful", "it had words before, and now its scripts write it")
            .contains("\"since\":\"2026-01-06T09:00");
        crawl.later(Duration.ofDays(1));

        assertThat(crawl.get("/api/unread")).contains("\"since\":\"2026-01-06T09:00");
        assertThat(read(crawl, site.url("/shell"))).hasSize(1);
        assertThat(crawl.told().of(PageChanged.class)).isEmpty();
      }
    }
  }

  @Test
  void shellForWhichTheBrowserHasNoTurnIsNotInDoubt() throws IOException {
    try (Site site = new Site()) {
      site.page("/shell", "<main><p>Words for families who look after each other.</p></main>");
      Map<String, Object> on = Map.of("signpost.browser", true);
      String[] paths = {"/shell"};
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, on, paths)) {
        crawl.settle();
        site.page("/shell", SHELL);

        crawl.later(Duration.ofDays(1));

        assertThat(doubted(crawl)).isEmpty();
        assertThat(crawl.get("/api/unread")).contains("needs-browser", "3 % of visits");
        assertThat(read(crawl, site.url("/shell"))).hasSize(1);
      }
    }
  }

  @Test
  void shellThatTurnsIntoTheNotFoundPageLeavesTheList() throws IOException {
    try (Site site = new Site()) {
      site.page("/shell", SHELL);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();
        assertThat(crawl.get("/api/unread")).contains(site.url("/shell"));
        site.page(
            "/shell",
            SHELL
                .replace("<title>Help", "<title>Page not found")
                .replace("<div id=root>", "<div>Page not found</div><div id=root>"));

        crawl.later(Duration.ofDays(1));

        assertThat(crawl.get("/api/unread")).isEqualTo("[]");
      }
    }
  }

  @Test
  void pageThatShrinksToItsEndIsToldThoughARootStandsEmptyBeside() throws IOException {
    try (Site site = new Site()) {
      String chat = "<div id=app></div><script>document.title += '!'</script>";
      site.page("/page", "<main><p>We lend toys to families on Mondays.</p></main>" + chat);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/page")) {
        crawl.settle();
        site.page("/page", "<main><p>This service has closed.</p></main>" + chat);

        crawl.later(Duration.ofDays(1));
        crawl.later(Duration.ofDays(1));

        assertThat(crawl.told().of(PageChanged.class)).hasSize(1);
      }
    }
  }

  @Test
  void shellIsReadThroughTheBrowserWithinItsShareOfVisits() throws IOException {
    try (Site site = new Site();
        Crawl crawl = amidOthers(site, SHELL, site)) {
      crawl.settle();
      crawl.later(Duration.ofDays(1)); // At first so few visits were made that none was free.

      assertThat(read(crawl, site.url("/shell"))).hasSize(1);
      assertThat(crawl.get("/api/unread")).isEqualTo("[]");
    }
  }

  @Test
  void hostThatAskedToBeLeftAloneIsNotAskedForAPageEither() throws IOException {
    try (Site api = new Site();
        Site site = new Site();
        Crawl crawl =
            amidOthers(
                site,
                SHELL.replace("<script>", "<script>fetch('" + api.url("/a.json") + "');"),
                api)) {
      Instant hence = Instant.parse("2999-01-01T00:00:00Z");
      keep(crawl, api, new HostPace(Duration.ZERO, 1, hence, 1, 0, Optional.empty()));
      crawl.settle();
      crawl.later(Duration.ofDays(1));

      assertThat(crawl.get("/api/unread")).contains("doubtful", "is to be left alone for now");
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void howHostsFareAmidAPageIsNotHeldAgainstThem() throws IOException {
    try (Site api = new Site();
        Site site = new Site();
        Crawl crawl =
            amidOthers(
                site,
                SHELL.replace("<script>", "<script>fetch('" + api.url("/a.json") + "');"),
                api)) {
      api.busy("/a.json");
      var well = new HostPace(Duration.ofSeconds(1), 1, Instant.EPOCH, 0, 0, Optional.empty());
      keep(crawl, api, well);
      crawl.settle();
      crawl.later(Duration.ofDays(1));

      assertThat(crawl.get("/api/unread")).contains("doubtful", "it answered 503");
      HostPace after =
          crawl
              .bean(Database.class)
              .read(handle -> HostMemory.pace(handle, origin(api), clock.instant(), Instant.EPOCH));
      assertThat(after).isEqualTo(well.notBefore(after.nextAllowedAt()));
      assertThat(after.nextAllowedAt()).isBefore(Instant.now().plusSeconds(60));
    }
  }

  private static String origin(Site site) {
    return WebUrl.of(site.url("/")).origin();
  }

  private static void keep(Crawl crawl, Site site, HostPace pace) {
    Database database = crawl.bean(Database.class);
    database.write(handle ->
        handle.execute(
            "INSERT INTO host (origin, due_at, next_allowed_at, pace) VALUES (?, ?, ?, ?)",
            origin(site),
            Instant.parse("2999-01-01T00:00:00Z").toEpochMilli(),
            pace.nextAllowedAt().toEpochMilli(),
            RecordJson.write(pace)));
  }

  /** Forty pages of the usual kind, so that the browser is free for one. */
  private Crawl amidOthers(Site site, String shell, Site asked) throws IOException {
    InstalledBrowser.assumeThere();
    List<String> usual = IntStream.range(0, 40).mapToObj(n -> "/usual/" + n).toList();
    usual.forEach(path -> site.page(path, "<main><p>Words of the page %s.".formatted(path)));
    site.page("/shell", shell);
    String allowed = "127.0.0.0/8:" + site.port() + ",127.0.0.0/8:" + asked.port();
    Map<String, Object> on =
        Map.of(
            "signpost.browser",
            true,
            "signpost.browser-sandbox",
            false,
            "signpost.fetch.allow",
            allowed);
    String[] paths = Stream.concat(usual.stream(), Stream.of("/shell")).toArray(String[]::new);
    return new Crawl(folder, site, clock, EmptyShellIT.class, on, paths);
  }

  private static List<String> doubted(Crawl crawl) {
    return crawl
        .bean(Database.class)
        .read(handle -> handle.select("SELECT page FROM doubt").mapTo(String.class).list());
  }

  private static List<PageRead> read(Crawl crawl, String url) {
    return crawl.told().of(PageRead.class).stream()
        .filter(it -> it.page().value().equals(url))
        .toList();
  }
}
