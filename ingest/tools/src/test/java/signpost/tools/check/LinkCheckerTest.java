package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import signpost.kit.LoopbackWeb;
import signpost.url.IpRange;

final class LinkCheckerTest {
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();
  private final Map<String, Integer> delays = new ConcurrentHashMap<>();
  private final Set<String> once = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> othersTokens = new CopyOnWriteArrayList<>();
  private HttpServer server = serve(this::answer);
  private HttpServer other = serve(this::answerOther);

  @TempDir Path folder = Path.of("");

  private static HttpServer serve(com.sun.net.httpserver.HttpHandler handler) {
    var made = LoopbackWeb.server();
    made.createContext("/", handler);
    made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    made.start();
    return made;
  }

  @BeforeEach
  void clear() {
    asked.clear();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    other.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String cookie = exchange.getRequestHeaders().getFirst("Cookie");
    String address = exchange.getRequestURI().toString();
    String path = cookie == null ? address : address + " with " + cookie;
    asked.add(path);
    LockSupport.parkNanos(delays.getOrDefault(path, 0) * 1_000_000L);
    headers.getOrDefault(path, Map.of()).forEach(exchange.getResponseHeaders()::set);
    String body = bodies.getOrDefault(path, "");
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
    }
    int status = statuses.getOrDefault(path, bodies.containsKey(path) ? 200 : 404);
    if (once.remove(path)) {
      statuses.remove(path);
    }
    String type = exchange.getResponseHeaders().getFirst("Content-Type");
    byte[] bytes = body.getBytes(charset(type));
    if (path.endsWith(".gz")) {
      var zipped = new ByteArrayOutputStream();
      try (var out = new GZIPOutputStream(zipped)) {
        out.write(bytes);
      }
      bytes = zipped.toByteArray();
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void answerOther(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("X-Token");
    othersTokens.add(exchange.getRequestURI() + " " + (token == null ? "none" : token));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Charset charset(String type) {
    int at = type.indexOf("charset=");
    return at < 0 ? StandardCharsets.UTF_8 : Charset.forName(type.substring(at + 8));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private String otherUrl(String path) {
    return "http://127.0.0.1:" + other.getAddress().getPort() + path;
  }

  private CheckOptions options(int depth, List<IpRange> allow) {
    return options(depth, allow, true);
  }

  private CheckOptions options(int depth, List<IpRange> allow, boolean fragments) {
    return new CheckOptions(
        depth,
        List.of(),
        List.of(Pattern.compile("/excluded"), Pattern.compile("#made-by")),
        AcceptedStatuses.of("200..299"),
        8,
        Duration.ofMinutes(2),
        Map.of("X-Token", "secret"),
        allow,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        fragments,
        LinkRules.USUAL,
        0,
        false,
        "");
  }

  private CheckReport check(int depth, String... given) throws Exception {
    CheckInputs inputs = CheckInputs.of(List.of(given), new ByteArrayInputStream(new byte[0]));
    return LinkChecker.check(inputs, options(depth, List.of()), (_, _) -> {});
  }

  private static String kind(CheckReport report, String url) {
    return report.results().stream()
        .filter(result -> result.url().equals(url))
        .map(result -> result.kind().word())
        .findFirst()
        .orElse("not told");
  }

  private static String written(CheckReport report, ReportFormat format) {
    var out = new StringWriter();
    format.write(report, new PrintWriter(out), false, false);
    return out.toString();
  }

  @Test
  void everyClassIsToldApart() throws Exception {
    bodies.put(
        "/",
        "<a href=/ok>a</a><a href=/gone>b</a><a href=/down>c</a><a href=/wall>d</a>"
            + "<a href=/old>e</a><a href='/ok#no'>f</a><a href=/excluded>g</a>"
            + "<a href='http://['>h</a><a href=mailto:nobody>i</a><a href=/round>j</a>");
    bodies.put("/ok", "<p id=yes>");
    statuses.putAll(Map.of("/down", 500, "/wall", 403, "/old", 301, "/round", 302));
    headers.put("/old", Map.of("Location", "/ok"));
    headers.put("/round", Map.of("Location", "/round"));
    CheckReport report = check(1, url("/"));
    assertThat(kind(report, url("/ok"))).isEqualTo("ok");
    assertThat(kind(report, url("/gone"))).isEqualTo("broken");
    assertThat(kind(report, url("/down"))).isEqualTo("suspect");
    assertThat(kind(report, url("/wall"))).isEqualTo("blocked");
    assertThat(kind(report, url("/old"))).isEqualTo("moved");
    assertThat(kind(report, url("/ok#no"))).isEqualTo("fragment-missing");
    assertThat(kind(report, url("/excluded"))).isEqualTo("not-checked");
    assertThat(kind(report, "http://[")).isEqualTo("broken");
    assertThat(kind(report, "mailto:nobody")).isEqualTo("broken");
    assertThat(kind(report, url("/round"))).isEqualTo("broken");
    assertThat(report.hasProblems(false)).isTrue();
  }

  @Test
  void aSuspectIsAskedAgainSoOftenAsIsSaid() {
    bodies.put("/down", "well again");
    for (int retries : List.of(0, 1)) {
      asked.clear();
      statuses.put("/down", 500);
      once.add("/down");
      var line = new CommandLine(new CheckCommand()).setOut(new PrintWriter(new StringWriter()));
      assertThat(line.execute("--suspects-fail", "--retries=" + retries, url("/down")))
          .isEqualTo(1 - retries);
      assertThat(asked).hasSize(1 + retries);
    }
  }

  private void redirect(String from, String to) {
    statuses.put(from, 302);
    headers.put(from, Map.of("Location", to));
  }

  private List<String> askedFor(String beginning) {
    return asked.stream().filter(it -> it.startsWith(beginning)).toList();
  }

  @Test
  void redirectsAreFollowedToTheTenthHopAndNoFurther() throws Exception {
    for (int n = 0; n < 60; n++) {
      redirect("/loop" + n, url("/loop" + (n + 1)));
    }
    for (int n = 0; n < 10; n++) {
      redirect("/ten" + n, n == 9 ? "/end" : "/ten" + (n + 1));
    }
    bodies.put("/end", "well");
    bodies.put("/", "<a href=/loop0>x</a><a href=/ten0>y</a>");
    for (int depth : List.of(1, 2)) {
      asked.clear();
      CheckReport report = check(depth, url("/"));
      assertThat(askedFor("/loop")).hasSize(11);
      assertThat(kind(report, url("/loop0"))).isEqualTo("broken");
      assertThat(kind(report, url("/ten0"))).isEqualTo("ok");
      assertThat(written(report, ReportFormat.text)).contains("more than 10 redirects");
    }
    asked.clear();
    check(1, url("/loop0"));
    assertThat(asked).hasSize(11);
  }

  @Test
  void aLinkInTheMiddleOfAChainIsFollowedByItself() throws Exception {
    for (int n = 0; n < 14; n++) {
      redirect("/hop" + n, n == 13 ? "/end" : "/hop" + (n + 1));
    }
    bodies.put("/end", "well");
    bodies.put("/", "<a href=/hop0>x</a><a href=/page>y</a>");
    bodies.put("/page", "<a href=/hop6>z</a>");
    delays.put("/page", 50);
    CheckReport report = check(2, url("/"));
    assertThat(kind(report, url("/hop0"))).isEqualTo("broken");
    assertThat(kind(report, url("/hop6"))).isEqualTo("ok");
    assertThat(askedFor("/hop")).hasSize(14).doesNotHaveDuplicates();
  }

  @Test
  void whatSetsACookieAndComesBackIsVisitedWithIt() throws Exception {
    bodies.put("/", "<a href='/gate#in'>x</a><a href='/gate#out'>y</a><a href=/free>z</a>");
    bodies.put("/gate with gate=1", "<p id=in>");
    bodies.put("/free", "well");
    redirect("/gate", "/set");
    statuses.put("/set", 302);
    headers.put("/set", Map.of("Location", "/gate", "Set-Cookie", "gate=1; Path=/; HttpOnly"));
    statuses.put("/wrong", 302);
    headers.put("/wrong", Map.of("Location", "/wrong", "Set-Cookie", "gate=1; Path=/elsewhere"));
    CheckReport report = check(1, url("/"), url("/wrong"));
    assertThat(kind(report, url("/gate"))).isEqualTo("ok");
    assertThat(kind(report, url("/gate#out"))).isEqualTo("fragment-missing");
    assertThat(kind(report, url("/wrong"))).isEqualTo("broken");
    assertThat(asked).contains("/gate with gate=1").doesNotContain("/free with gate=1");
    assertThat(askedFor("/gate")).hasSize(3);
  }

  @Test
  void aPageVisitedAgainWithACookieIsReadOnce() throws Exception {
    bodies.put("/", "<a href='/old#none'>x</a>");
    statuses.put("/old", 302);
    headers.put("/old", Map.of("Location", "/new", "Set-Cookie", "session=1"));
    bodies.put("/new", "<a href=/gone>y</a>");
    bodies.put("/new with session=1", "<a href=/gone>y</a>");
    CheckReport report = check(2, url("/"));
    assertThat(kind(report, url("/old#none"))).isEqualTo("fragment-missing");
    assertThat(asked).contains("/new with session=1");
    assertThat(report.results().stream().filter(it -> it.url().endsWith("/gone")))
        .singleElement()
        .satisfies(it -> assertThat(it.references()).hasSize(1));
  }

  @Test
  void aPageVisitedAgainIsCountedOnce() throws Exception {
    bodies.put("/", "<a href=/old>x</a><a href=/far>y</a><a href=/hop>z</a><a href='http:'>b</a>");
    statuses.put("/old", 302);
    headers.put("/old", Map.of("Location", "/new", "Set-Cookie", "session=1"));
    redirect("/hop", "/far");
    delays.put("/hop", 50);
    bodies.put("/far", "<a href=/excluded>p</a><a href=/well>q</a>");
    bodies.put("/well", "well");
    for (int depth : List.of(1, 2, 3)) {
      var told = new ConcurrentLinkedQueue<List<Integer>>();
      CheckInputs inputs = CheckInputs.of(List.of(url("/")), new ByteArrayInputStream(new byte[0]));
      LinkChecker.check(
          inputs, options(depth, List.of()), (done, known) -> told.add(List.of(done, known)));
      assertThat(asked).contains("/new with session=1");
      assertThat(told).allMatch(it -> it.getFirst() <= it.getLast());
      assertThat(told).anyMatch(it -> it.getFirst().equals(it.getLast()));
      assertThat(told.stream().mapToInt(List::getFirst).max())
          .hasValue(told.stream().mapToInt(List::getLast).max().orElseThrow());
    }
  }

  @Test
  void placesAreReadAlikeAtEveryDepth() throws Exception {
    bodies.put(
        "/page",
        "<meta name=description><input name=field><!-- <p id=comment> --><script>'<p id=script>'"
            + "</script><template><p id=inert></template><p id=here><a name=old>x</a>");
    bodies.put(
        "/",
        "<a href='/page#description'></a><a href='/page#field'></a><a href='/page#comment'></a>"
            + "<a href='/page#script'></a><a href='/page#inert'></a><a href='/page#here'></a>"
            + "<a href='/page#old'></a><a href='/page#t=90'></a><a href='/r.md#head'></a>"
            + "<a href='/r.md#none'></a><a href='/d.svg#shape'></a><a href='/d.svg#none'></a>");
    bodies.put("/r.md", "# Head\n");
    headers.put("/r.md", Map.of("Content-Type", "text/markdown"));
    bodies.put("/d.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g id=\"shape\"/></svg>");
    headers.put("/d.svg", Map.of("Content-Type", "image/svg+xml"));
    for (int depth : List.of(1, 2)) {
      CheckReport report = check(depth, url("/"));
      assertThat(
              report.results().stream()
                  .filter(it -> it.kind() == CheckVerdict.ResultClass.FRAGMENT))
          .extracting(TargetResult::url)
          .containsExactlyInAnyOrder(
              url("/page#description"),
              url("/page#field"),
              url("/page#comment"),
              url("/page#script"),
              url("/page#inert"),
              url("/r.md#none"),
              url("/d.svg#none"));
    }
  }

  @Test
  void aPageIsReadInItsCharsetAtEveryDepth() throws Exception {
    bodies.put("/", "<a href='/latin#caf\u00e9'></a><a href='/wide#caf\u00e9'></a>");
    bodies.put("/latin", "<p id=caf\u00e9>");
    headers.put("/latin", Map.of("Content-Type", "text/html; charset=iso-8859-1"));
    bodies.put("/wide", "\uFEFF<!doctype html><p id=caf\u00e9>");
    headers.put("/wide", Map.of("Content-Type", "text/html; charset=utf-16le"));
    for (int depth : List.of(1, 2)) {
      assertThat(check(depth, url("/")).results())
          .noneMatch(it -> it.kind() == CheckVerdict.ResultClass.FRAGMENT);
    }
  }

  @Test
  void placesCanBeLeftOutByTheirNameOrAltogether() throws Exception {
    bodies.put("/", "<a href='/page#made-by-script'>a</a><a href='/page#none'>b</a>");
    bodies.put("/page", "<p id=a>");
    CheckReport report = check(1, url("/"));
    assertThat(kind(report, url("/page#made-by-script"))).isEqualTo("not-checked");
    assertThat(kind(report, url("/page#none"))).isEqualTo("fragment-missing");
    CheckInputs inputs = CheckInputs.of(List.of(url("/")), new ByteArrayInputStream(new byte[0]));
    CheckReport without = LinkChecker.check(inputs, options(1, List.of(), false), (_, _) -> {});
    assertThat(without.hasProblems(true)).isFalse();
  }

  @Test
  void aRedirectMayNameThePlaceItself() throws Exception {
    bodies.put("/", "<a href='/old#gone'>a</a><a href='/older#none'>b</a>");
    redirect("/old", "/page#new");
    redirect("/older", "/page");
    bodies.put("/page", "<p id=new>");
    CheckReport report = check(1, url("/"));
    assertThat(kind(report, url("/old"))).isEqualTo("ok");
    assertThat(kind(report, url("/older#none"))).isEqualTo("fragment-missing");
  }

  @Test
  void zippedListsOfPagesAreSitemapsToo() throws Exception {
    bodies.put("/a.txt.gz", url("/one") + "\n" + url("/two") + "\n");
    bodies.put("/list.gz", "\uFEFF" + url("/one") + "\n");
    for (String type : List.of("application/gzip", "application/x-gzip", "text/plain")) {
      headers.put("/a.txt.gz", Map.of("Content-Type", type));
      headers.put("/list.gz", Map.of("Content-Type", type));
      asked.clear();
      check(1, url("/a.txt.gz"));
      assertThat(asked).as(type).containsExactlyInAnyOrder("/a.txt.gz", "/one", "/two");
      asked.clear();
      check(1, url("/list.gz"));
      assertThat(asked).as(type).containsExactlyInAnyOrder("/list.gz", "/one");
    }
  }

  @Test
  void whatSharingSitesTakeIsRelativeToThePageAndWhatIsPostedIsNotAskedFor() throws Exception {
    bodies.put(
        "/p/",
        "<base href=/b/><meta property=og:image content=share.png><a ping=ping href=own>x</a>"
            + "<form method=post action=post></form><form action=find><button formaction=other>"
            + "</form><script type=application/ld+json>{\"url\":\"data/\"}</script>");
    CheckReport report = check(1, url("/p/"));
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "/p/", "/p/share.png", "/b/own", "/b/find", "/b/other", "/b/data/");
    assertThat(kind(report, url("/b/post"))).isEqualTo("not-checked");
    assertThat(kind(report, url("/b/ping"))).isEqualTo("not-checked");
  }

  @Test
  void suspectsAloneAreNoProblemUnlessAskedFor() throws Exception {
    bodies.put("/", "<a href=/down>");
    statuses.put("/down", 502);
    CheckReport report = check(1, url("/"));
    assertThat(report.hasProblems(false)).isFalse();
    assertThat(report.hasProblems(true)).isTrue();
  }

  @Test
  void eachTargetIsRequestedOnceAndToldOnceWithAllItsReferrers() throws Exception {
    bodies.put("/", "<a href=/a>a</a><a href=/b>b</a><a href=/old>o</a><a href=/gone>g</a>");
    bodies.put("/a", "<a href=/>a</a><a href=/gone>x</a><a href='/b#z'>y</a>");
    bodies.put("/b", "<i id=z></i><a href=/gone>x</a><a href=/a>y</a>");
    statuses.put("/old", 302);
    headers.put("/old", Map.of("Location", "/a"));
    CheckReport report = check(Integer.MAX_VALUE, url("/"));
    assertThat(asked).containsExactlyInAnyOrder("/", "/a", "/b", "/old", "/gone");
    TargetResult gone =
        report.results().stream().filter(r -> r.url().endsWith("/gone")).findFirst().orElseThrow();
    assertThat(gone.references())
        .extracting(LinkReference::page)
        .containsExactlyInAnyOrder(url("/"), url("/a"), url("/b"));
  }

  @Test
  void depthSaysHowFarToLook() throws Exception {
    bodies.put("/", "<a href=/a>");
    bodies.put("/a", "<a href=/b>");
    bodies.put("/b", "<a href=/c>");
    check(0, url("/"));
    assertThat(asked).containsExactly("/");
    asked.clear();
    check(2, url("/"));
    assertThat(asked).containsExactly("/", "/a", "/b");
  }

  @Test
  void aPageFoundAgainByAShorterWayIsAskedForOnceAndReadOn() throws Exception {
    bodies.put("/", "<a href=/long>a</a><a href=/slow>b</a>");
    bodies.put("/long", "<a href=/page>c</a>");
    statuses.put("/slow", 302);
    headers.put("/slow", Map.of("Location", "/page"));
    delays.put("/slow", 100);
    bodies.put("/page", "<a href=/deep>d</a>");
    bodies.put("/deep", "<a href=/deeper>e</a>");
    check(2, url("/"));
    assertThat(asked).containsExactlyInAnyOrder("/", "/long", "/slow", "/page", "/deep");
  }

  @Test
  void whatAPageLeadsToMayNotBePrivateUnlessNamed() throws Exception {
    bodies.put("/", "<a href='" + otherUrl("/in") + "'>x</a><a href=/hop>y</a>");
    statuses.put("/hop", 302);
    headers.put("/hop", Map.of("Location", otherUrl("/hopped")));
    CheckReport report = check(1, url("/"));
    assertThat(othersTokens).isEmpty();
    assertThat(kind(report, otherUrl("/in"))).isEqualTo("not-checked");
    assertThat(kind(report, url("/hop"))).isEqualTo("not-checked");
  }

  @Test
  void headersGoToNamedHostsOnly() throws Exception {
    bodies.put("/", "<a href='" + otherUrl("/in") + "'>x</a><a href=/hop>y</a>");
    statuses.put("/hop", 302);
    headers.put("/hop", Map.of("Location", otherUrl("/hopped")));
    CheckInputs inputs = CheckInputs.of(List.of(url("/")), new ByteArrayInputStream(new byte[0]));
    var allowed = IpRange.of("127.0.0.1/32:" + other.getAddress().getPort());
    LinkChecker.check(inputs, options(1, List.of(allowed)), (_, _) -> {});
    assertThat(othersTokens)
        .containsExactlyInAnyOrder("/robots.txt none", "/in none", "/hopped none");
  }

  @Test
  void retryAfterIsWaitedForAndTheTargetAskedAgain() throws Exception {
    bodies.put("/", "<a href=/busy>");
    statuses.put("/busy", 429);
    headers.put("/busy", Map.of("Retry-After", "3600"));
    CheckReport report = check(1, url("/"));
    assertThat(kind(report, url("/busy"))).isEqualTo("suspect");
    assertThat(asked).containsExactly("/", "/busy");
  }

  @Test
  void aShortRetryAfterIsWaitedForAndTheTargetAskedAgain() throws Exception {
    bodies.put("/", "<a href=/busy>x</a><a href=/other>y</a>");
    bodies.put("/busy", "well");
    bodies.put("/other", "well");
    statuses.put("/busy", 429);
    headers.put("/busy", Map.of("Retry-After", "1"));
    once.add("/busy");
    long began = System.nanoTime();
    CheckReport report = check(1, url("/"));
    assertThat(kind(report, url("/busy"))).isEqualTo("ok");
    assertThat(asked).containsOnlyOnce("/other").filteredOn("/busy"::equals).hasSize(2);
    assertThat(System.nanoTime() - began).isGreaterThan(1_000_000_000L);
  }

  @Test
  void anIndexOfSitemapsLeadsToThePagesOfAll() throws Exception {
    bodies.put(
        "/index.xml",
        "<sitemapindex><sitemap><loc>" + url("/a.xml.gz") + "</loc></sitemap></sitemapindex>");
    bodies.put("/a.xml.gz", "<urlset><url><loc>" + url("/page") + "</loc></url></urlset>");
    bodies.put("/page", "<a href=/gone>x</a>");
    headers.put("/index.xml", Map.of("Content-Type", "application/xml"));
    headers.put("/a.xml.gz", Map.of("Content-Type", "application/gzip"));
    check(1, url("/index.xml"));
    assertThat(asked).containsExactly("/index.xml", "/a.xml.gz", "/page");
  }

  @Test
  void linksOfStylesheetsHeadersAndSitemapsCount() throws Exception {
    bodies.put("/", "<link rel=stylesheet href=s.css><meta http-equiv=refresh content='9;url=/m'>");
    headers.put("/", Map.of("Link", "</l>; rel=next"));
    bodies.put("/s.css", "/* url(no) */ @import 'i.css'; a{background:url( \"b.png\" )}");
    headers.put("/s.css", Map.of("Content-Type", "text/css"));
    check(1, url("/"));
    assertThat(asked).containsExactlyInAnyOrder("/", "/s.css", "/m", "/l", "/i.css", "/b.png");
    asked.clear();
    bodies.put(
        "/sitemap.xml", "<urlset><url><loc>" + url("/x?a=1&amp;b=2") + "</loc></url></urlset>");
    headers.put("/sitemap.xml", Map.of("Content-Type", "application/xml"));
    check(1, url("/sitemap.xml"));
    assertThat(asked).containsExactly("/sitemap.xml", "/x?a=1&b=2");
  }

  @Test
  void filesTellLineAndColumn() throws Exception {
    Path file = folder.resolve("a.md");
    Files.writeString(file, "# Head\n\n`[no](no.md)` see [it](b.md) and [here](#head)\n");
    CheckReport report = check(1, file.toString());
    assertThat(report.results()).hasSize(2);
    LinkReference at = report.results().getFirst().references().getFirst();
    assertThat(at.line()).isEqualTo(3);
    assertThat(at.column()).isEqualTo(24);
  }

  @Test
  void formatsAreWhole() throws Exception {
    bodies.put("/", "<a href=/gone>=cmd|x</a>");
    CheckReport report = check(1, url("/"));
    assertThat(written(report, ReportFormat.text))
        .contains("broken  " + url("/gone"))
        .contains("1 broken");
    assertThat(written(report, ReportFormat.json)).contains("\"class\" : \"broken\"");
    assertThat(written(report, ReportFormat.csv)).contains("\"'=cmd|x\"");
    assertThat(written(report, ReportFormat.junit))
        .contains("failures=\"1\"")
        .contains("</testsuites>");
    assertThat(written(report, ReportFormat.markdown)).contains("| broken | " + url("/gone"));
  }

  @Test
  void whatStandsOnEveryPageIsToldOnce() throws Exception {
    var links = new StringBuilder("<a href=/gone>menu</a>");
    for (int i = 0; i < 12; i++) {
      links.append("<a href=/p").append(i).append(">x</a>");
      bodies.put("/p" + i, "<a href=/gone>menu</a>");
    }
    bodies.put("/", links.toString());
    assertThat(written(check(2, url("/")), ReportFormat.text))
        .containsOnlyOnce("broken  " + url("/gone") + " — 404 not found  “menu”")
        .contains("Linked from 13 places", "and 10 more");
  }

  @Test
  void badInputIsSaidClearly() {
    assertThatThrownBy(() -> check(1, "no-such-file.html")).hasMessageContaining("no file");
    assertThatThrownBy(() -> check(1, "http://[")).hasMessageContaining("is no URL");
    assertThatThrownBy(() -> check(1, "ftp://x/")).hasMessageContaining("only http and https");
  }
}
