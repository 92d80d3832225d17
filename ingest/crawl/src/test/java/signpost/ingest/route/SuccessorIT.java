package signpost.ingest.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.events.LinkEvent;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageSuccessor.NotFound;
import signpost.events.PageSuccessor.Offered;
import signpost.ingest.backlog.IngestBacklog;
import signpost.kit.PostgresServer;
import signpost.kit.SteppedClock;

/** Where pages went, through whole visits of a site that moves them. */
@Execution(ExecutionMode.CONCURRENT)
class SuccessorIT {
  private static final String[] RENT = {
    "If you owe rent, write to your landlord before the next payment falls due.",
    "A debt adviser works out with you what you can pay each week and drafts the letter.",
    "Ask the court for a suspended order when a hearing has been listed already."
  };
  private static final List<String> TOPICS =
      List.of("bins", "parking", "schools", "libraries", "allotments", "planning");

  private static final List<Duration> FIRST_LOOKS =
      List.of(Duration.ofHours(12), Duration.ofMinutes(15));
  private static final List<Duration> LAST_LOOKS =
      List.of(Duration.ofMinutes(29), Duration.ofHours(5), Duration.ofHours(7).plusMinutes(10));

  @TempDir Path folder;
  private final Site site = new Site();
  private final List<String> listed = new ArrayList<>();
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T12:00:00Z"));

  @SuppressWarnings("NullAway.Init") // each test starts it with its own pages
  private Crawl crawl;

  @AfterEach
  void stop() {
    crawl.close();
    site.close();
  }

  @Test
  void whereADeadPageWentIsToldWithItsEnd() throws IOException {
    start("jdbc:sqlite:" + folder.resolve("test.db"));
    move("/rent-arrears", "/money/rent-arrears");
    die();

    assertThat(told("/rent-arrears")).hasSize(1);
    assertThat(told("/rent-arrears").getFirst().successor())
        .isInstanceOfSatisfying(
            Offered.class,
            it -> {
              assertThat(it.url()).isEqualTo(site.url("/money/rent-arrears"));
              assertThat(it.title()).isEqualTo("Rent arrears");
              assertThat(it.reason()).startsWith("Same name, nearly all of the old text");
            });
    List<LinkEvent> events = events("/rent-arrears");
    assertThat(events.getLast()).isInstanceOf(SuccessorFound.class);
    assertThat(events.get(events.size() - 2))
        .isInstanceOfSatisfying(
            LinkTransition.class, it -> assertThat(it.at()).isEqualTo(clock.instant()));
  }

  @Test
  void offerIsWithdrawnWhenItsPageDiesOnPostgres() throws IOException {
    start(PostgresServer.empty());
    move("/rent-arrears", "/money/rent-arrears");
    die();
    site.remove("/money/rent-arrears");
    crawl.later(Duration.ofDays(1));
    crawl.later(Duration.ofHours(1));

    assertThat(told("/rent-arrears"))
        .extracting(SuccessorFound::successor)
        .last()
        .isEqualTo(new NotFound("The page that took its place is no longer there either"));
  }

  @Test
  void pageThatComesBackWasLookedForInSilence() throws IOException {
    start("jdbc:sqlite:" + folder.resolve("test.db"));
    move("/rent-arrears", "/money/rent-arrears");
    FIRST_LOOKS.forEach(crawl::later);
    crawl.later(Duration.ofMinutes(16));
    assertThat(site.requests()).contains("/money/rent-arrears");
    site.page("/rent-arrears", page("Rent arrears", RENT));
    crawl.later(Duration.ofDays(3));

    assertThat(told("/rent-arrears")).isEmpty();
    assertThat(crawl.bean(IngestBacklog.class).searches()).isZero();
  }

  @Test
  void pageThatIsGoneIsLookedForInVainAndSaysWhere() throws IOException {
    start("jdbc:sqlite:" + folder.resolve("test.db"));
    site.remove("/rent-arrears");
    sitemap();
    die();

    assertThat(told("/rent-arrears"))
        .extracting(SuccessorFound::successor)
        .singleElement()
        .isInstanceOfSatisfying(
            NotFound.class, it -> assertThat(it.reason()).contains("; we asked for "));
  }

  @Test
  void searchThatDiedMidwayIsTakenUpAgain() throws IOException {
    start("jdbc:sqlite:" + folder.resolve("test.db"));
    move("/rent-arrears", "/money/rent-arrears");
    FIRST_LOOKS.forEach(crawl::later);
    site.hang("/sitemap.xml");
    clock.advance(Duration.ofMinutes(16));
    site.awaitHanging();
    crawl.restart();
    site.release();
    LAST_LOOKS.forEach(crawl::later);

    assertThat(told("/rent-arrears"))
        .extracting(SuccessorFound::successor)
        .singleElement()
        .isInstanceOf(Offered.class);
  }

  @Test
  void pagesOfARebuiltSiteAreLookedForTogether() throws IOException {
    String[] paths = TOPICS.stream().map(it -> "/old/" + it).toArray(String[]::new);
    for (String topic : TOPICS) {
      site.page("/old/" + topic, page(topic, text(topic)));
    }
    site.page("/", page("Council", "Welcome to the council of this town and its people."));
    crawl =
        new Crawl(
            folder,
            site,
            clock,
            SuccessorIT.class,
            settings("jdbc:sqlite:" + folder.resolve("test.db")),
            paths);
    crawl.settle();
    TOPICS.forEach(it -> move("/old/" + it, "/services/" + it));
    int before = site.requests().size();
    FIRST_LOOKS.forEach(crawl::later);
    int visited = site.requests().size();
    crawl.later(Duration.ofMinutes(16));
    int searched = site.requests().size();
    LAST_LOOKS.forEach(crawl::later);

    assertThat(visited).isGreaterThan(before);
    assertThat(searched - visited).isLessThanOrEqualTo(2 + 2 * TOPICS.size());
    assertThat(crawl.told().of(SuccessorFound.class))
        .hasSize(TOPICS.size())
        .allSatisfy(it -> assertThat(it.successor()).isInstanceOf(Offered.class));
  }

  private void start(String jdbcUrl) throws IOException {
    site.page("/rent-arrears", page("Rent arrears", RENT));
    TOPICS.forEach(it -> site.page("/" + it, page(it, text(it))));
    String[] paths = {"/rent-arrears", "/bins", "/parking"};
    crawl = new Crawl(folder, site, clock, SuccessorIT.class, settings(jdbcUrl), paths);
    crawl.settle();
  }

  /** Whoever dies amid a request keeps its host for as long as this. */
  private static Map<String, Object> settings(String jdbcUrl) {
    return Map.of("signpost.jdbc.url", jdbcUrl, "signpost.lease", "5s");
  }

  /** Until the evidence is in, of a site of which much may be missing. */
  private void die() {
    FIRST_LOOKS.forEach(crawl::later);
    crawl.later(Duration.ofMinutes(16));
    LAST_LOOKS.forEach(crawl::later);
  }

  private void move(String from, String to) {
    String topic = from.substring(from.lastIndexOf('/') + 1);
    site.remove(from);
    site.page(
        to, topic.equals("rent-arrears") ? page("Rent arrears", RENT) : page(topic, text(topic)));
    sitemap(to);
  }

  private void sitemap(String... more) {
    listed.addAll(List.of(more));
    String urls =
        listed.stream()
            .map(it -> "<url><loc>" + site.url(it) + "</loc></url>")
            .collect(Collectors.joining());
    site.body(
        "/sitemap.xml",
        "application/xml",
        ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>" + urls + "</urlset>")
            .getBytes(UTF_8));
  }

  private static String[] text(String topic) {
    return IntStream.range(0, 4)
        .mapToObj(i ->
            "The %s office answers question %d about %s, its fees and its opening hours."
                .formatted(topic, i, topic + "es".repeat(i)))
        .toArray(String[]::new);
  }

  private static String page(String title, String... lines) {
    String text = Arrays.stream(lines).map(it -> "<p>" + it + "</p>").collect(Collectors.joining());
    return "<!doctype html><html lang=en><title>%s</title><main><h1>%s</h1>%s</main>"
        .formatted(title, title, text);
  }

  private List<SuccessorFound> told(String path) {
    return crawl.told().of(SuccessorFound.class).stream()
        .filter(it -> it.target().value().equals(site.url(path)))
        .toList();
  }

  private List<LinkEvent> events(String path) {
    return crawl.told().of(LinkEvent.class).stream()
        .filter(it -> it.key().equals(site.url(path)))
        .toList();
  }
}
