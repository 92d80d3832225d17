package signpost.tools.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import signpost.tools.archive.ArchiveSearch.ArchiveFinds;
import signpost.url.WebUrl;
import signpost.web.fetch.SiteFetcher;
import signpost.web.fetch.SiteFetcher.NamedSite;
import signpost.web.politeness.PaceSettings;

/** An archive on loopback; the pages' names are given, and nobody dials where they lead. */
final class ArchiveSearchTest {
  private static final WebUrl GONE =
      WebUrl.of("https://www.council.example.org/rent?id=1&b=%C3%A9");
  private static final List<String> NAMES =
      List.of("*.council.example.org=8.8.8.8", "wiki.example.org=10.1.2.3");

  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> questions = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;
  private HttpServer server = start();

  private static HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

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
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private WebUrl archive() {
    return WebUrl.of("http://127.0.0.1:" + server.getAddress().getPort() + "/cdx/search/cdx");
  }

  private ArchiveFinds finds(PaceSettings pace, InstantSource clock, WebUrl... pages)
      throws InterruptedException {
    Set<String> host = NamedSite.of(List.of(archive())).hosts();
    var fetcher =
        new SiteFetcher(
            new NamedSite(host, Map.of(), List.of(), NAMES),
            Duration.ofSeconds(20),
            "",
            Optional.empty());
    try (var search = new ArchiveSearch(archive(), fetcher, pace, clock)) {
      return search.copies(List.of(pages));
    }
  }

  /** Without the pauses. */
  private ArchiveFinds finds(WebUrl... pages) throws InterruptedException {
    var hurried =
        new PaceSettings(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 9, Duration.ZERO);
    return finds(hurried, InstantSource.system(), pages);
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
            WebUrl.of("http://10.1.2.3/"),
            WebUrl.of("http://intranet/"),
            WebUrl.of("https://me:secret@www.council.example.org/"),
            WebUrl.of("https://wiki.example.org/known/by/its/name"),
            WebUrl.of("http://127.0.0.1/web/2024/https://www.council.example.org/"));
    assertThat(finds).isEqualTo(new ArchiveFinds(Map.of(), Optional.empty()));
    assertThat(questions).isEmpty();
  }

  @Test
  void anArchiveThatIsDownIsAskedTwice() throws Exception {
    server.stop(0);
    assertThat(finds(pages(9)))
        .isEqualTo(new ArchiveFinds(Map.of(), Optional.of("does not answer")));
  }

  @Test
  void oneThatRefusesIsAskedTwice() throws Exception {
    for (int refusal : new int[] {302, 403, 404, 429, 503}) {
      questions.clear();
      status = refusal;
      bodies.put("", captures(GONE));
      assertThat(finds(pages(9)))
          .isEqualTo(new ArchiveFinds(Map.of(), Optional.of("answers with status " + refusal)));
      assertThat(questions).hasSize(2);
    }
  }

  @Test
  void oneThatWantsToBeLeftAloneForLongIsNotAskedAgain() throws Exception {
    status = 429;
    PaceSettings patient =
        new PaceSettings(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofHours(1),
            9,
            Duration.ZERO);
    assertThat(finds(patient, InstantSource.system(), pages(9)).trouble())
        .contains("answers with status 429");
    assertThat(questions).hasSize(1);
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
    assertThat(finds(ArchiveSearch.pace(Duration.ZERO), leaping, pages(9)).trouble())
        .contains("is too slow");
    assertThat(questions).hasSize(2);
  }
}
