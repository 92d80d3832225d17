package signpost.successor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import signpost.successor.SuccessorFinder.FoundSuccessor;
import signpost.successor.SuccessorOutcome.Nothing;
import signpost.successor.SuccessorOutcome.Offer;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.fetch.Fetchers;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;

/** The search against a site on loopback that answers what each fact says. */
class SuccessorFinderTest {
  private static final String OLD = "/advice/rent-arrears";
  private static final List<String> NAMES =
      List.of(
          "council-tax",
          "school-meals",
          "library-cards",
          "dog-wardens",
          "street-lights",
          "allotments",
          "taxi-licences",
          "recycling",
          "flood-alerts",
          "school-buses",
          "planning",
          "parks");

  /** What a site answers at one path. */
  private record SiteAnswer(
      int status, String type, String body, Optional<String> location, boolean packed) {
    private SiteAnswer(int status, String type, String body, Optional<String> location) {
      this(status, type, body, location, false);
    }
  }

  private final Map<String, SiteAnswer> site = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private Optional<SiteAnswer> everything = Optional.empty();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void movedPageIsFoundBySitemap() throws InterruptedException {
    sitemap("/bins", "/money/rent-arrears", "/permits");
    page("/money/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/money/rent-arrears");
    assertThat(asked).containsExactly("/robots.txt", OLD, "/sitemap.xml", "/money/rent-arrears");
  }

  @Test
  void movedPageIsFoundByTheListsOfASiteWithoutSitemap() throws InterruptedException {
    html("/", "<h1>Council</h1><a href=/bins>Bins</a><a href=/money/>Money advice</a>");
    html("/money/", "<h1>Money</h1><a href=/p/1>Council tax</a><a href=/p/2>Rent arrears</a>");
    page("/p/2", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/p/2");
  }

  @Test
  void pageThatTheNotFoundPageNamesIsReadAtOnce() throws InterruptedException {
    site.put(
        OLD, html(410, "<h1>Gone</h1><p>This page is now <a href=/p/9>part of another</a>.</p>"));
    page("/p/9", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/p/9");
    assertThat(asked).containsExactly("/robots.txt", OLD, "/p/9");
  }

  @Test
  void pageThatTheOldAddressLeadsToIsJudgedLikeAnyOther() throws InterruptedException {
    redirect(OLD, "/news/today");
    page("/news/today", "Carnival on Sunday", WrittenTexts.PARKING);

    assertThat(offered()).isEmpty();
  }

  @Test
  void redirectsInACircleEndTheVisitAndNotTheSearch() throws InterruptedException {
    redirect(OLD, "/round");
    redirect("/round", OLD);
    sitemap("/a/rent-arrears", "/money/rent-arrears-help");
    redirect("/a/rent-arrears", "/b/rent-arrears");
    redirect("/b/rent-arrears", "/a/rent-arrears");
    page("/money/rent-arrears-help", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/money/rent-arrears-help");
  }

  @Test
  void siteThatAnswersEverythingWithTheSamePageHasNoSuccessor() throws InterruptedException {
    everything = Optional.of(html(200, html("Rent arrears", WrittenTexts.RENT)));

    assertThat(found().outcome()).isInstanceOf(SuccessorOutcome.StillThere.class);
  }

  @Test
  void sitemapThatRobotsForbidIsNotAskedFor() throws InterruptedException {
    site.put("/robots.txt", text("User-agent: *\nDisallow: /sitemap.xml\n"));
    sitemap("/hidden/rent-arrears");
    page("/hidden/rent-arrears", "Rent arrears", WrittenTexts.RENT);
    html("/", "<h1>Council</h1><a href=/shown/rent-arrears>Owing rent</a>");
    page("/shown/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/shown/rent-arrears");
    assertThat(asked).doesNotContain("/sitemap.xml", "/hidden/rent-arrears");
  }

  @Test
  void pageThatRobotsForbidIsNeitherReadNorTold() throws InterruptedException {
    site.put("/robots.txt", text("User-agent: *\nDisallow: /money/\n"));
    sitemap("/money/rent-arrears");
    page("/money/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(found().outcome()).isInstanceOf(Nothing.class);
    assertThat(asked).doesNotContain("/money/rent-arrears");
  }

  @Test
  void oneOfFiftyThousandIsFoundInAPackedSitemap() throws InterruptedException {
    sitemap(
        IntStream.range(0, 50_000)
            .mapToObj(i -> i == 31_000 ? "/n/rent-arrears" : "/n/item-" + i)
            .toArray(String[]::new));
    site.computeIfPresent(
        "/sitemap.xml",
        (_, it) -> new SiteAnswer(200, "application/gzip", it.body(), Optional.empty(), true));
    page("/n/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/n/rent-arrears");
  }

  @Test
  void sitemapOfSitemapsIsFollowed() throws InterruptedException {
    site.put(
        "/sitemap.xml",
        xml("<sitemapindex><sitemap><loc>%s/money.xml</loc></sitemap></sitemapindex>"));
    site.put("/money.xml", xml("<urlset><url><loc>%s/money/rent-arrears</loc></url></urlset>"));
    page("/money/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/money/rent-arrears");
  }

  @Test
  void sitemapThatNamesWhatIsNotThereCostsNoMoreThanTheBudget() throws InterruptedException {
    sitemap(
        IntStream.range(0, 100)
            .mapToObj(i -> "/old/" + i + "/rent-arrears")
            .toArray(String[]::new));

    FoundSuccessor found = found();

    assertThat(found.outcome()).isInstanceOf(Nothing.class);
    assertThat(found.visits()).isLessThanOrEqualTo(SuccessorFinder.USUAL_BUDGET);
    assertThat(asked).hasSize(found.visits() + 1);
  }

  @Test
  void sitemapThatRobotsNamesIsReadInsteadOfTheUsualOne() throws InterruptedException {
    site.put("/robots.txt", text("Sitemap: " + base() + "/lists/all.xml\nUser-agent: *\n"));
    site.put("/lists/all.xml", xml("<urlset><url><loc>%s/n/rent-arrears</loc></url></urlset>"));
    page("/n/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/n/rent-arrears");
    assertThat(asked).doesNotContain("/sitemap.xml");
  }

  @Test
  void sitemapOfBareLinesIsASitemap() throws InterruptedException {
    site.put("/sitemap.xml", text(base() + "/bins\n" + base() + "/n/rent-arrears\n"));
    page("/n/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/n/rent-arrears");
  }

  @Test
  void candidatesThatLeadToEachOtherAreNotTold() throws InterruptedException {
    sitemap("/a/rent-arrears", "/b/rent-arrears");
    redirect("/a/rent-arrears", "/b/rent-arrears");
    redirect("/b/rent-arrears", "/a/rent-arrears");

    assertThat(found().outcome()).isInstanceOf(Nothing.class);
  }

  @Test
  void pageIsFoundWhereAPageThatListedItListsAnotherUnderTheSameWords()
      throws InterruptedException {
    html("/advice", "<h1>Advice</h1><a href=/bins>Bins</a><a href=/p/77>Behind with rent</a>");
    page("/p/77", "When you owe your landlord", WrittenTexts.RENT[0], WrittenTexts.RENT[1]);
    RememberedPage old =
        old(OLD, "Rent arrears", WrittenTexts.RENT)
            .listedOn(
                List.of(new ListedAddress(WebUrl.of(base() + "/advice"), "Behind with rent")));

    assertThat(searched(finder -> finder.find(old, SuccessorFinder.USUAL_BUDGET)).outcome())
        .isInstanceOfSatisfying(
            Offer.class,
            it -> {
              assertThat(it.url().path()).isEqualTo("/p/77");
              assertThat(it.reason()).contains("listed where the old one was");
            });
    assertThat(asked).containsExactly("/robots.txt", OLD, "/advice", "/p/77");
  }

  @Test
  void pagesOfARebuiltSiteCostNoMoreThanTwoRequestsEach() throws InterruptedException {
    List<RememberedPage> olds = rebuilt();

    List<FoundSuccessor> found =
        searched(finder -> finder.findAll(olds, SuccessorFinder.REBUILT_BUDGET));

    assertThat(found)
        .extracting(it -> it.outcome() instanceof Offer offer ? offer.url().path() : "")
        .containsExactlyElementsOf(
            IntStream.range(0, NAMES.size()).mapToObj(i -> "/help/" + NAMES.get(i)).toList());
    assertThat(asked).hasSizeLessThanOrEqualTo(2 * NAMES.size());
  }

  /** Two folders became one, and no list names the pages. */
  private List<RememberedPage> rebuilt() {
    html("/", "<h1>Council</h1><a href=/help/>Help</a>");
    String links =
        NAMES.stream()
            .map(it -> "<a href=/help/" + it + ">" + it.replace('-', ' ') + "</a>")
            .collect(Collectors.joining());
    html("/help/", "<h1>Help</h1>" + links);
    List<RememberedPage> olds = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      String text = words(100 * i);
      page("/help/" + name, name.replace('-', ' '), text);
      olds.add(old("/advice/" + name, name.replace('-', ' '), text));
    }
    return olds;
  }

  /** Forty that no other page has. */
  private static String words(int first) {
    return IntStream.range(first, first + 40)
        .mapToObj(it -> "word" + it)
        .collect(Collectors.joining(" "));
  }

  @Test
  void nothingIsAskedWhereNothingIsLookedFor() throws InterruptedException {
    List<FoundSuccessor> found = searched(finder -> finder.findAll(List.of(), 2));

    assertThat(found).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void pageThatIsStillThereIsNotLookedFor() throws InterruptedException {
    page(OLD, "Rent arrears", WrittenTexts.RENT);
    sitemap("/money/rent-arrears");

    assertThat(found().outcome()).isEqualTo(new SuccessorOutcome.StillThere());
    assertThat(asked).containsExactly("/robots.txt", OLD);
  }

  @Test
  void pageOfTheSameNameThatSharesNoWordsIsNotOffered() throws InterruptedException {
    sitemap("/money/rent-arrears");
    page("/money/rent-arrears", "Rent arrears", WrittenTexts.PARKING);

    assertThat(offered()).isEmpty();
  }

  @Test
  void sitemapThatIsAPageIsNoSitemap() throws InterruptedException {
    html("/sitemap.xml", "<h1>Oops</h1>");
    html("/", "<h1>Council</h1><a href=/p/2>Rent arrears</a>");
    page("/p/2", "Rent arrears", WrittenTexts.RENT);

    assertThat(offered()).contains("/p/2");
  }

  @Test
  void ofTwoEquallyLikePagesNeitherIsTold() throws InterruptedException {
    sitemap("/money/rent-arrears", "/tenants/rent-arrears");
    page("/money/rent-arrears", "Rent arrears", WrittenTexts.RENT);
    page("/tenants/rent-arrears", "Rent arrears", WrittenTexts.RENT);

    assertThat(found().outcome()).isEqualTo(new Nothing("Two pages are equally like it"));
  }

  @Test
  void pageWhoseWordsNobodyKnowsIsNeverMoreThanAHint() throws InterruptedException {
    site.put(
        OLD, html(410, "<h1>Gone</h1><p>This page is now <a href=/p/9>part of another</a>.</p>"));
    page("/p/9", "Rent arrears", WrittenTexts.RENT);
    RememberedPage old = RememberedPage.unread(WebUrl.of(base() + OLD), List.of("Rent arrears"));

    assertThat(searched(finder -> finder.find(old, SuccessorFinder.USUAL_BUDGET)).outcome())
        .isNotInstanceOf(Offer.class);
    assertThat(asked).contains("/p/9");
  }

  private Optional<String> offered() throws InterruptedException {
    return found().outcome() instanceof Offer offer
        ? Optional.of(offer.url().path())
        : Optional.empty();
  }

  private FoundSuccessor found() throws InterruptedException {
    RememberedPage old = old(OLD, "Rent arrears", WrittenTexts.RENT);
    return searched(finder -> finder.find(old, SuccessorFinder.USUAL_BUDGET));
  }

  private RememberedPage old(String path, String title, String... lines) {
    return RememberedPage.of(
        WebUrl.of(base() + path),
        WrittenPage.saying(lines).titled(title).page(),
        List.of("Behind with your rent"));
  }

  /** What is asked of a finder. */
  private interface FinderQuestion<T> {
    T ask(SuccessorFinder finder) throws InterruptedException;
  }

  private <T> T searched(FinderQuestion<T> question) throws InterruptedException {
    InstantSource clock = InstantSource.system();
    Duration none = Duration.ZERO;
    var pace = new PaceSettings(none, none, none, none, 3, none);
    try (var reader = new MediaPageReader(PublisherRules.builtIn())) {
      return question.ask(
          new SuccessorFinder(
              new PacedFetcher(
                  PoliteFetcher.of(Fetchers.loopback(), pace, clock), new PacesInMemory(clock)),
              reader,
              SuccessorWeights.builtIn()));
    }
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void page(String path, String title, String... lines) {
    site.put(path, html(200, html(title, lines)));
  }

  private static String html(String title, String... lines) {
    return "<h1>" + title + "</h1><p>" + String.join("</p><p>", lines) + "</p>";
  }

  private void html(String path, String body) {
    site.put(path, html(200, body));
  }

  private static SiteAnswer html(int status, String body) {
    String page = "<!DOCTYPE html><html lang=en><body><main>" + body + "</main></body></html>";
    return new SiteAnswer(status, "text/html; charset=utf-8", page, Optional.empty());
  }

  private static SiteAnswer text(String body) {
    return new SiteAnswer(200, "text/plain", body, Optional.empty());
  }

  private SiteAnswer xml(String body) {
    return new SiteAnswer(200, "application/xml", body.formatted(base()), Optional.empty());
  }

  private void redirect(String from, String to) {
    site.put(from, new SiteAnswer(301, "text/plain", "", Optional.of(to)));
  }

  private void sitemap(String... paths) {
    String urls =
        List.of(paths).stream()
            .map(it -> "<url><loc>" + base() + it + "</loc></url>")
            .collect(Collectors.joining());
    site.put(
        "/sitemap.xml",
        new SiteAnswer(200, "application/xml", "<urlset>" + urls + "</urlset>", Optional.empty()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    SiteAnswer answer =
        Optional.ofNullable(site.get(path))
            .or(() -> everything)
            .orElseGet(() -> html(404, "<h1>Page not found</h1>"));
    byte[] plain = answer.body().getBytes(UTF_8);
    byte[] body = answer.packed() ? packed(plain) : plain;
    exchange.getResponseHeaders().add("content-type", answer.type());
    answer.location().ifPresent(it -> exchange.getResponseHeaders().add("location", it));
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] packed(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
