package signpost.tools.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import signpost.kit.LoopbackWeb;
import signpost.tools.archive.ArchiveSearch.ArchiveFinds;
import signpost.url.WebUrl;
import signpost.web.fetch.SiteFetcher;
import signpost.web.fetch.SiteFetcher.NamedSite;

/** An archive on loopback; the pages' names are given, and nobody dials where they lead. */
final class ArchiveSearchTest {
  private static final WebUrl GONE =
      WebUrl.of("https://www.council.example.org/rent?id=1&b=%C3%A9");

  /** The connection ends without an answer. */
  private static final int SILENCE = 0;

  private static final List<String> NAMES =
      List.of("*.council.example.org=8.8.8.8", "wiki.example.org=10.1.2.3");

  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> questions = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private final HttpServer server = LoopbackWeb.server();

  @BeforeEach
  void serve() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = String.valueOf(exchange.getRequestURI().getQuery());
    questions.add(
        exchange.getRequestURI().getRawPath() + "?" + exchange.getRequestURI().getRawQuery());
    String page = asked.substring("url=".length(), asked.indexOf("&matchType"));
    byte[] body = bodies.getOrDefault(page, bodies.getOrDefault("", "[]")).getBytes(UTF_8);
    exchange.getResponseHeaders().add("location", "http://10.0.0.1/");
    int answer = statuses.getOrDefault(page, status);
    if (answer == SILENCE) {
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(answer, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private WebUrl archive() {
    return WebUrl.of("http://127.0.0.1:" + server.getAddress().getPort() + "/cdx/search/cdx");
  }

  private ArchiveSearch search(InstantSource clock) {
    Set<String> host = NamedSite.of(List.of(archive())).hosts();
    var fetcher =
        new SiteFetcher(
            new NamedSite(host, Map.of(), List.of(), NAMES),
            Duration.ofSeconds(20),
            "",
            Optional.empty());
    return new ArchiveSearch(archive(), fetcher, Duration.ZERO, clock);
  }

  private ArchiveFinds finds(InstantSource clock, LostPage... pages) throws InterruptedException {
    try (var search = search(clock)) {
      return search.copies(List.of(pages), _ -> {});
    }
  }

  private ArchiveFinds finds(LostPage... pages) throws InterruptedException {
    return finds(InstantSource.system(), pages);
  }

  /** Of pages whose host has no name any more. */
  private ArchiveFinds finds(WebUrl... pages) throws InterruptedException {
    return finds(Stream.of(pages).map(it -> new LostPage(it, true)).toArray(LostPage[]::new));
  }

  private static LostPage named(String url) {
    return new LostPage(WebUrl.of(url), false);
  }

  private static String captures(WebUrl page) {
    return "[[\"timestamp\",\"original\",\"statuscode\"],\n[\"20240503101112\",\""
        + page
        + "\",\"200\"]]";
  }

  private static WebUrl[] pages(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> WebUrl.of("https://www.council.example.org/" + i))
        .toArray(WebUrl[]::new);
  }

  @Test
  void theCopyIsBelowTheArchivesOwnAddress() throws Exception {
    bodies.put("https://www.council.example.org/rent?id=1&b=%C3%A9", captures(GONE));
    ArchiveFinds finds = finds(GONE);
    assertThat(finds.trouble()).isEmpty();
    var copy =
        new ArchivedCopy(
            WebUrl.of(archive().origin() + "/web/20240503101112/" + GONE),
            Instant.parse("2024-05-03T10:11:12Z"));
    assertThat(finds.copies()).isEqualTo(Map.of(GONE, copy));
    assertThat(copy.told()).isEqualTo("archived copy of 3 May 2024: " + copy.url());
    assertThat(questions)
        .containsExactly(
            "/cdx/search/cdx?url=https%3A%2F%2Fwww.council.example.org%2Frent%3Fid%3D1%26b%3D%25C3%25A9"
                + "&matchType=exact&output=json&fl=timestamp,original,statuscode"
                + "&filter=statuscode:200&limit=-5");
  }

  @Test
  void aPageThatWasNeverArchivedHasNoCopy() throws Exception {
    assertThat(finds(GONE)).isEqualTo(new ArchiveFinds(Map.of(), Optional.empty()));
    assertThat(questions).hasSize(1);
  }

  @Test
  void theArchiveIsToldOfPublicAddressesAlone() throws Exception {
    ArchiveFinds finds =
        finds(
            named("http://10.1.2.3/"),
            named("http://intranet/"),
            named("https://me:secret@www.council.example.org/"),
            named("https://wiki.example.org/known/by/its/name"),
            named("https://www.council.example.org/before/its/launch"),
            named("http://127.0.0.1/web/2024/https://www.council.example.org/"));
    assertThat(finds).isEqualTo(new ArchiveFinds(Map.of(), Optional.empty()));
    assertThat(questions).isEmpty();
    finds(named("http://8.8.8.8/rent"));
    assertThat(questions).hasSize(1);
  }

  @Test
  void anArchiveIsNotAskedForItsOwnPages() throws Exception {
    var page = new LostPage(WebUrl.of("https://archive.example.org/web/2024/x"), true);
    WebUrl own = WebUrl.of("https://archive.example.org/cdx");
    try (var fetcher =
            new SiteFetcher(NamedSite.of(List.of()), Duration.ofSeconds(20), "", Optional.empty());
        var search = new ArchiveSearch(own, fetcher, Duration.ZERO, InstantSource.system())) {
      assertThat(search.copies(List.of(page), _ -> {}))
          .isEqualTo(new ArchiveFinds(Map.of(), Optional.empty()));
    }
    assertThat(finds(page).trouble()).isEmpty();
    assertThat(questions).as("another may be").hasSize(1);
  }

  @Test
  void anArchiveThatIsDownIsAskedTwice() throws Exception {
    status = SILENCE;
    assertThat(finds(pages(9)))
        .isEqualTo(new ArchiveFinds(Map.of(), Optional.of("does not answer")));
    assertThat(questions).hasSize(2);
  }

  @Test
  void oneInTroubleIsAskedTwice() throws Exception {
    for (int refusal : new int[] {302, 401, 500, 502}) {
      questions.clear();
      status = refusal;
      bodies.put("", captures(GONE));
      assertThat(finds(pages(9)))
          .isEqualTo(new ArchiveFinds(Map.of(), Optional.of("answers with status " + refusal)));
      assertThat(questions).hasSize(2);
    }
  }

  @Test
  void oneThatWantsToBeLeftAloneIsNotAskedAgain() throws Exception {
    for (int refusal : new int[] {429, 503}) {
      questions.clear();
      status = refusal;
      assertThat(finds(pages(9)).trouble()).contains("answers with status " + refusal);
      assertThat(questions).hasSize(1);
    }
  }

  @Test
  void whatItRefusesToSayOfSomePagesSaysNothingOfOthers() throws Exception {
    for (int refusal : new int[] {400, 403, 404, 414, 451}) {
      questions.clear();
      WebUrl[] pages = pages(4);
      for (int i = 0; i < 3; i++) {
        statuses.put(pages[i].href(), refusal);
      }
      bodies.put(pages[3].href(), captures(pages[3]));
      ArchiveFinds finds = finds(pages);
      assertThat(finds.copies()).containsOnlyKeys(pages[3]);
      assertThat(finds.trouble()).contains("answers with status " + refusal + " to some questions");
      assertThat(questions).hasSize(4);
    }
  }

  @Test
  void fiftyQuestionsAreTheMostAndOnlyThoseThatWereAskedCount() throws Exception {
    LostPage[] ours =
        Stream.concat(
                IntStream.range(0, 60).mapToObj(i -> named("https://wiki.example.org/" + i)),
                Stream.of(pages(50)).map(it -> new LostPage(it, true)))
            .toArray(LostPage[]::new);
    assertThat(finds(ours).trouble()).isEmpty();
    assertThat(questions).hasSize(50);
    questions.clear();
    assertThat(finds(pages(51)).trouble())
        .contains("has been asked for 50 pages, the most in one check");
    assertThat(questions).hasSize(50);
  }

  @Test
  void itIsSaidHowFarItHasCome() throws Exception {
    List<Integer> done = new ArrayList<>();
    try (var search = search(InstantSource.system())) {
      search.copies(
          List.of(named("http://10.1.2.3/"), new LostPage(GONE, true), named("http://x/")),
          done::add);
    }
    assertThat(done).containsExactly(0, 1, 2);
  }

  @Test
  void rubbishAndTooMuchAreNotBelieved() throws Exception {
    bodies.put("", "<!doctype html><title>Sorry</title>");
    assertThat(finds(pages(1)).trouble()).contains("sent no list of captures");
    bodies.put("", "[[\"timestamp\",\"original\",\"statuscode\"]" + " ".repeat(1 << 20) + "]");
    assertThat(finds(pages(1)).trouble()).contains("sends too much");
  }

  @Test
  void oneFailureStopsNothing() throws Exception {
    WebUrl[] pages = pages(3);
    bodies.put(pages[0].href(), "oops");
    bodies.put(pages[1].href(), captures(pages[1]));
    bodies.put(pages[2].href(), captures(pages[2]));
    ArchiveFinds finds = finds(pages);
    assertThat(finds.copies()).containsOnlyKeys(pages[1], pages[2]);
    assertThat(finds.trouble()).contains("sent no list of captures");
  }

  @Test
  void oneThatIsTooSlowIsGivenUp() throws Exception {
    Instant began = Instant.parse("2026-03-01T12:00:00Z");
    InstantSource leaping = () -> began.plus(Duration.ofMinutes(3L * questions.size()));
    bodies.put("", "[]");
    LostPage[] pages =
        Stream.of(pages(9)).map(it -> new LostPage(it, true)).toArray(LostPage[]::new);
    assertThat(finds(leaping, pages).trouble()).contains("is too slow");
    assertThat(questions).hasSize(2);
  }
}
