package signpost.ingest.revisit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.ingest.frontier.HabitStore;
import signpost.ingest.frontier.Lease;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.ingest.revisit.HostSitemaps.WantedSitemap;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.politeness.RobotsRules;
import signpost.web.politeness.RobotsVerdict;
import signpost.web.schedule.VisitHabit;

/** Which sitemaps of a host are asked for, and what their lines are worth. */
class HostSitemapsTest {
  private static final String HOST = "https://example.org";
  private Instant now = Instant.parse("2026-01-05T12:00:00Z");
  @TempDir Path folder;

  /** An index of twelve sitemaps, each with a watched page. */
  @Test
  void everySitemapOfALargeSiteIsAskedForWithinAMonth() {
    try (Database database = Databases.sqlite(folder)) {
      var pages = IntStream.range(0, 12).mapToObj(i -> HOST + "/p" + i).toList();
      SqlFrontier frontier = watch(database, pages);
      String index =
          IntStream.range(0, 12)
              .mapToObj(i -> "<sitemap><loc>" + HOST + "/s" + i + ".xml</loc></sitemap>")
              .collect(Collectors.joining("", "<sitemapindex>", "</sitemapindex>"));
      HostSitemaps sitemaps = sitemaps(database, frontier);
      TreeSet<String> asked = new TreeSet<>();
      for (int half = 0; half < 60; half++) {
        asked.addAll(
            round(
                database,
                sitemaps,
                url ->
                    url.endsWith("index.xml")
                        ? index
                        : urlset(HOST + "/p" + url.replaceAll(".*/s|\\.xml", ""))));
        now = now.plus(Duration.ofHours(12));
      }
      assertThat(asked).hasSize(13);
    }
  }

  /** A host that hangs, or wants to be left alone, would rest once for each of them. */
  @Test
  void sitemapThatFailsEndsTheRound() {
    try (Database database = Databases.sqlite(folder)) {
      SqlFrontier frontier = watch(database, List.of(HOST + "/p0", HOST + "/p1", HOST + "/p2"));
      String index =
          IntStream.range(0, 5)
              .mapToObj(i -> "<sitemap><loc>" + HOST + "/s" + i + ".xml</loc></sitemap>")
              .collect(Collectors.joining("", "<sitemapindex>", "</sitemapindex>"));
      HostSitemaps sitemaps = sitemaps(database, frontier);
      Map<String, Integer> statuses =
          Map.of("/index.xml", 200, "/s0.xml", 404, "/s1.xml", 200, "/s2.xml", 503);
      List<String> asked = new ArrayList<>();
      for (var next = sitemaps.toAsk(lease()); next.isPresent(); next = sitemaps.toAsk(lease())) {
        WebUrl url = next.get().url();
        asked.add(url.path());
        String body = url.path().equals("/index.xml") ? index : urlset(HOST + "/p1");
        take(
            database,
            sitemaps,
            next.get(),
            answer(url, statuses.getOrDefault(url.path(), 404), body));
      }
      assertThat(asked).containsExactly("/index.xml", "/s0.xml", "/s1.xml", "/s2.xml");
    }
  }

  /** "Not modified" does not say which of its sitemaps have their turn. */
  @Test
  void indexIsReadEachTimeAndItsSitemapsWhenTheyChanged() {
    try (Database database = Databases.sqlite(folder)) {
      HostSitemaps sitemaps =
          sitemaps(database, watch(database, List.of(HOST + "/a", HOST + "/b", HOST + "/c")));
      String index =
          "<sitemapindex><sitemap><loc>%s/s.xml</loc></sitemap></sitemapindex>".formatted(HOST);
      round(database, sitemaps, url -> url.endsWith("index.xml") ? index : urlset(HOST + "/a"));
      now = now.plus(Duration.ofDays(1));

      WantedSitemap first = sitemaps.toAsk(lease()).orElseThrow();
      assertThat(first.url().path()).isEqualTo("/index.xml");
      assertThat(first.validators()).isEmpty();
      take(database, sitemaps, first, answer(first.url(), 200, index));
      WantedSitemap second = sitemaps.toAsk(lease()).orElseThrow();
      assertThat(second.url().path()).isEqualTo("/s.xml");
      assertThat(second.validators()).isPresent();
    }
  }

  /** Two that list each other are the same kind. */
  @Test
  void indexThatListsItselfIsAskedForOnceARound() {
    try (Database database = Databases.sqlite(folder)) {
      HostSitemaps sitemaps =
          sitemaps(database, watch(database, List.of(HOST + "/a", HOST + "/b", HOST + "/c")));
      String index =
          ("<sitemapindex><sitemap><loc>%1$s/index.xml</loc></sitemap>"
                  + "<sitemap><loc>%1$s/s.xml</loc></sitemap></sitemapindex>")
              .formatted(HOST);
      assertThat(
              round(
                  database,
                  sitemaps,
                  url -> url.endsWith("index.xml") ? index : urlset(HOST + "/a")))
          .containsExactly(HOST + "/index.xml", HOST + "/s.xml");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!doctype html><title>Back soon</title>", "<urlset></urlset>", ""})
  void answerThatIsNoListSaysNothingOfTheSitemap(String answer) {
    try (Database database = Databases.sqlite(folder)) {
      HostSitemaps sitemaps =
          sitemaps(database, watch(database, List.of(HOST + "/a", HOST + "/b", HOST + "/c")));
      assertThat(round(database, sitemaps, _ -> answer)).hasSize(1);
      now = now.plus(Duration.ofDays(1));
      assertThat(round(database, sitemaps, _ -> urlset(HOST + "/a"))).hasSize(1);
    }
  }

  @Test
  void sitemapThatListedNothingIsReadAgainAfterTwoWeeks() {
    try (Database database = Databases.sqlite(folder)) {
      HostSitemaps sitemaps =
          sitemaps(database, watch(database, List.of(HOST + "/a", HOST + "/b", HOST + "/c")));
      assertThat(round(database, sitemaps, _ -> urlset(HOST + "/d"))).hasSize(1);
      now = now.plus(Duration.ofDays(13));
      assertThat(round(database, sitemaps, _ -> urlset(HOST + "/d"))).isEmpty();
      now = now.plus(Duration.ofDays(2));
      assertThat(round(database, sitemaps, _ -> urlset(HOST + "/a"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"410, ''", "404, Not found", "200, <!doctype html><title>Not found</title>"})
  void feedThatIsGoneMakesRoomForTheOneThatPagesNameNow(int status, String body) {
    try (Database database = Databases.sqlite(folder)) {
      HostSitemaps sitemaps =
          sitemaps(database, watch(database, List.of(HOST + "/a", HOST + "/b", HOST + "/c")));
      database.write(handle -> {
        sitemaps.seen(handle, WebUrl.of(HOST + "/old-feed"));
        sitemaps.seen(handle, WebUrl.of(HOST + "/new-feed"));
        return true;
      });
      assertThat(feed(database)).contains(HOST + "/old-feed");

      WebUrl old = WebUrl.of(HOST + "/old-feed");
      take(database, sitemaps, new WantedSitemap(old, Optional.empty()), answer(old, status, body));
      assertThat(feed(database)).isEmpty();
      database.write(handle -> {
        sitemaps.seen(handle, WebUrl.of(HOST + "/new-feed"));
        return true;
      });
      assertThat(feed(database)).contains(HOST + "/new-feed");
    }
  }

  private static Optional<String> feed(Database database) {
    return database.read(handle -> HabitStore.hints(handle, HOST).feed());
  }

  @Test
  void sitemapThatListedNothingBeforeItsPagesWereWatchedIsAskedAgain() {
    try (Database database = Databases.sqlite(folder)) {
      SqlFrontier frontier = watch(database, List.of(HOST + "/a", HOST + "/b", HOST + "/c"));
      HostSitemaps sitemaps = sitemaps(database, frontier);
      List<String> first = round(database, sitemaps, _ -> urlset(HOST + "/d"));
      watch(database, List.of(HOST + "/d"));
      now = now.plus(Duration.ofDays(2));
      assertThat(first).hasSize(1);
      assertThat(round(database, sitemaps, _ -> urlset(HOST + "/e"))).hasSize(1);
      now = now.plus(Duration.ofDays(2));
      assertThat(round(database, sitemaps, _ -> urlset(HOST + "/e"))).as("nothing new").isEmpty();
    }
  }

  /** A visit after the time that it gives saw the page unchanged. */
  @Test
  void lineThatMovesThoughAVisitSawNoChangeProvesNoHonesty() {
    try (Database database = Databases.sqlite(folder)) {
      SqlFrontier frontier =
          watch(database, List.of(HOST + "/a", HOST + "/b", HOST + "/c", HOST + "/d"));
      HostSitemaps sitemaps = sitemaps(database, frontier);
      for (int day = 0; day < 30; day++) {
        Instant saved = now.minus(Duration.ofHours(7));
        database.write(handle -> {
          VisitHabit habit = HabitStore.of(handle, HOST).getFirst().habit();
          HabitStore.keep(
              handle,
              new CanonicalUrl(HOST + "/a"),
              habit.seen(false, now.minus(Duration.ofHours(1))));
          return true;
        });
        round(
            database,
            sitemaps,
            _ ->
                "<urlset><url><loc>%s/a</loc><lastmod>%s</lastmod></url></urlset>"
                    .formatted(HOST, saved));
        now = now.plus(Duration.ofDays(1));
      }
      double share = database.read(handle -> HabitStore.hints(handle, HOST).trust().share());
      assertThat(share).as("of changes it is trusted to tell of").isZero();
    }
  }

  private static String urlset(String page) {
    return "<urlset><url><loc>%s</loc><lastmod>2026-01-01</lastmod></url></urlset>".formatted(page);
  }

  private List<String> round(
      Database database, HostSitemaps sitemaps, Function<String, String> site) {
    List<String> asked = new ArrayList<>();
    for (var next = sitemaps.toAsk(lease()); next.isPresent(); next = sitemaps.toAsk(lease())) {
      var wanted = next.get();
      asked.add(wanted.url().href());
      take(database, sitemaps, wanted, answer(wanted.url(), 200, site.apply(wanted.url().href())));
    }
    return asked;
  }

  private void take(
      Database database, HostSitemaps sitemaps, WantedSitemap wanted, Answered answer) {
    database.write(handle -> {
      Optional<SiteListing> listing =
          Optional.of(answer).filter(it -> it.status() == 200).map(it -> SiteListing.of(it, HOST));
      sitemaps.asked(handle, lease(), wanted, answer, listing, now);
      return true;
    });
  }

  private static Answered answer(WebUrl url, int status, String body) {
    return new Answered(
        url,
        url,
        status,
        List.of(),
        new Headers(Map.of("etag", List.of("\"" + body.length() + "\""))),
        ResponseBody.of(body.getBytes(UTF_8)),
        Duration.ZERO);
  }

  private HostSitemaps sitemaps(Database database, SqlFrontier frontier) {
    RobotsRules robots =
        new RobotsRules() {
          @Override
          public RobotsVerdict check(WebUrl url) {
            return new RobotsVerdict.Allowed(Optional.empty());
          }

          @Override
          public List<WebUrl> sitemaps(WebUrl url) {
            return List.of(WebUrl.of(HOST + "/index.xml"));
          }
        };
    return new HostSitemaps(database, frontier, robots, () -> now);
  }

  private SqlFrontier watch(Database database, List<String> pages) {
    SqlFrontier frontier = new SqlFrontier(database);
    database.write(handle -> {
      frontier.watch(
          handle,
          pages.stream()
              .map(it ->
                  new WatchedUrl(
                      new CanonicalUrl(it),
                      it,
                      TargetKind.RESOURCE,
                      true,
                      Optional.empty(),
                      0,
                      now))
              .toList());
      return true;
    });
    return frontier;
  }

  private static Lease lease() {
    CanonicalUrl url = new CanonicalUrl(HOST + "/p0");
    return new Lease(
        url,
        url.value(),
        HOST,
        1,
        TargetKind.RESOURCE,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
