package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import signpost.kit.InstalledBrowser;
import signpost.web.browser.BrowserOutcome.LedAway;
import signpost.web.browser.BrowserOutcome.LedToNothing;
import signpost.web.browser.BrowserOutcome.NoBrowser;
import signpost.web.browser.BrowserOutcome.PageCrashed;
import signpost.web.browser.BrowserOutcome.RenderedPage;
import signpost.web.browser.BrowserOutcome.TimedOut;
import signpost.web.browser.BrowserOutcome.TooBig;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.politeness.AskedHosts;
import signpost.web.politeness.HostPace;

/** Pages that scripts write, and pages that mean ill, in a real Chromium. */
class BrowserReadingIT {
  /** Enough for the slowest machine: what is to be read must be. */
  private static final Duration PATIENT = Duration.ofMinutes(2);

  /** As in production, where what must end is to end in time. */
  private static final Duration HASTY = Duration.ofSeconds(10);

  private static final long MEMORY = 1L << 30;
  private static final String WORDS = "Help with heating is open to all who rent their home.";

  @BeforeAll
  static void assumeInstalled() {
    InstalledBrowser.assumeThere();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    BrowserTraces.assertNone();
  }

  @Test
  void shellIsReadAsItsScriptsWriteIt() {
    try (var site = new ScriptedSite();
        var reader = new MediaPageReader(PublisherRules.builtIn())) {
      site.page("<div id=root></div><script src=/app.js></script>");
      site.script(
          "/app.js",
          "setTimeout(() => fetch('/words.json', {headers: {Accept: 'application/json'}})"
              + ".then(it => it.json()).then(it => {"
              + "document.title = it.title;"
              + "document.getElementById('root').innerHTML ="
              + " '<main><h1>' + it.title + '</h1><p>' + it.words + '</p>"
              + "<a href=\"/next\">Next</a></main>'}), 3000)");
      site.json("/words.json", "{\"title\": \"Heating\", \"words\": \"" + WORDS + "\"}");
      Answered answer = site.answer();
      ReadOutcome before = reader.read(answer);

      BrowserOutcome outcome = site.render(answer, PATIENT, MEMORY);

      assertThat(RenderedReading.isNeeded(before)).isTrue();
      assertThat(RenderedReading.of(reader, before, outcome))
          .isInstanceOfSatisfying(
              ReadOutcome.Read.class,
              it -> {
                assertThat(it.page().title()).isEqualTo("Heating");
                assertThat(it.page().text()).contains(WORDS);
                assertThat(it.page().outlinks().getFirst().url().href())
                    .isEqualTo(site.url("/next"));
              });
      assertThat(site.asked("/")).as("the page itself is not asked for again").hasSize(1);
      assertThat(site.asked("/words.json").getFirst())
          .contains("Accept: application/json", "User-Agent: Signpost/");
    }
  }

  @Test
  void wordsWithinShadowRootsAreRead() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<app-root></app-root><script>customElements.define('app-root', class extends HTMLElement {"
              + "constructor() {super(); this.attachShadow({mode: 'closed'}).innerHTML ="
              + " '<p>"
              + WORDS
              + "</p>'}})</script>");

      assertThat(rendered(site.render(PATIENT, MEMORY)).html()).contains("<p>" + WORDS);
    }
  }

  @Test
  void whatRobotsTxtAndTheGuardForbidIsNotAskedFor() {
    try (var site = new ScriptedSite();
        var inside = new ScriptedSite()) {
      site.robots("User-agent: *\nDisallow: /private");
      inside.json("/secret.json", "{}");
      site.page(
          "<p>"
              + WORDS
              + "</p><script>for (const it of ['/private/a.json', '"
              + inside.url("/secret.json")
              + "', 'http://169.254.169.254/latest/meta-data']) fetch(it).catch(() => {});"
              + "navigator.sendBeacon('"
              + inside.url("/beacon")
              + "', 'x');"
              + "try {new WebSocket('"
              + inside.url("/socket").replace("http", "ws")
              + "')} catch (e) {}"
              + "try {new EventSource('"
              + inside.url("/events")
              + "')} catch (e) {}"
              + "for (const it of ['preconnect', 'prefetch', 'dns-prefetch', 'prerender']) {"
              + "const link = document.createElement('link'); link.rel = it; link.href = '"
              + inside.url("/early")
              + "'; document.head.append(link)}"
              + "const frame = document.createElement('iframe'); frame.src = '"
              + inside.url("/frame")
              + "'; document.body.append(frame);"
              + "const image = new Image(); image.src = '"
              + inside.url("/image.png")
              + "';</script>");

      RenderedPage page = rendered(site.render(PATIENT, MEMORY));

      assertThat(page.html()).contains(WORDS);
      assertThat(page.denied()).contains(DeniedAct.ROBOTS, DeniedAct.ADDRESS, DeniedAct.SENDING);
      assertThat(site.asked("/private/a.json")).isEmpty();
      assertThat(inside.connections()).isZero();
    }
  }

  @Test
  void otherOriginIsReadOnlyWhereItLetsEverybodyRead() {
    try (var other = new ScriptedSite();
        var site = new ScriptedSite(other)) {
      other.answering(
          "/open.json",
          "Content-Type: application/json\r\nAccess-Control-Allow-Origin: *",
          "{\"words\": \"open\"}");
      other.json("/closed.json", "{\"words\": \"closed\"}");
      site.page(
          "<p>x</p><script>for (const it of ['/open.json', '/closed.json']) fetch('"
              + other.url("")
              + "' + it).then(it => it.json()).then(it => document.body.append(it.words + '!'))"
              + "</script>");

      assertThat(rendered(site.render(PATIENT, MEMORY)).html())
          .contains("open!")
          .doesNotContain("closed!");
      assertThat(other.asked("/closed.json").getFirst()).contains("Origin: " + site.url(""));
    }
  }

  @Test
  void scriptThatMovedKnowsWhereItIs() {
    try (var site = new ScriptedSite()) {
      site.page("<div id=app></div><script type=module src=/app.js></script>");
      site.redirect("/app.js", "/v2/app.js");
      site.script("/v2/app.js", "import {words} from './words.js'; document.body.append(words);");
      site.script("/v2/words.js", "export const words = '" + WORDS + "';");

      assertThat(rendered(site.render(PATIENT, MEMORY)).html()).contains(WORDS);
      assertThat(site.asked("/v2/app.js")).hasSize(1);
    }
  }

  @Test
  void cookiesAreNeitherSentNorKept() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>x</p><script>document.cookie = 'a=1';"
              + "fetch('/one.json').then(() => fetch('/two.json'))"
              + ".then(() => document.body.append('done ' + document.cookie))</script>");
      site.answering("/one.json", "Set-Cookie: b=2\r\nContent-Type: application/json", "{}");
      site.json("/two.json", "{}");

      assertThat(rendered(site.render(PATIENT, MEMORY)).html()).contains("done a=1<");
      assertThat(site.asked("/two.json").getFirst()).doesNotContain("Cookie");
    }
  }

  @Test
  void pageThatMovesByScriptIsReadWhereItIs() {
    try (var site = new ScriptedSite()) {
      site.page("<div id=app></div><script>location.replace('/en')</script>");
      site.html("/en", "<p>" + WORDS + "</p>");

      RenderedPage page = rendered(site.render(PATIENT, MEMORY));

      assertThat(page.html()).contains(WORDS);
      assertThat(page.at().href()).isEqualTo(site.url("/en"));
    }
  }

  @Test
  void pageThatReloadsWithoutEndLeadsAway() {
    try (var site = new ScriptedSite()) {
      site.page("<script>location.reload()</script>");

      assertThat(site.render(PATIENT, MEMORY)).isInstanceOf(LedAway.class);
      assertThat(site.asked("/")).hasSizeLessThan(6);
    }
  }

  @Test
  void pageThatLeadsToAnotherHostLeadsAway() {
    try (var site = new ScriptedSite()) {
      site.page("<script>location = 'https://other.example/'</script>");

      assertThat(site.render(PATIENT, MEMORY))
          .isInstanceOfSatisfying(
              LedAway.class, it -> assertThat(it.to().host()).isEqualTo("other.example"));
    }
  }

  @Test
  void pageThatLoopsTimesOut() {
    try (var site = new ScriptedSite()) {
      site.page("<p>x</p><script>while (true) {}</script>");

      assertInTime(site, TimedOut.class);
    }
  }

  @Test
  void pageThatLoopsLaterTimesOut() {
    try (var site = new ScriptedSite()) {
      site.page("<p>x</p><script>setTimeout(() => {while (true) {}}, 500)</script>");

      assertInTime(site, TimedOut.class);
    }
  }

  @Test
  void pageThatWaitsForAnAnswerIsReadInDoubt() throws Exception {
    var never = new CountDownLatch(1);
    try (var site = new ScriptedSite()) {
      site.page("<p>" + WORDS + "</p><script>fetch('/slow.json')</script>");
      site.answering("/slow.json", never);

      assertThat(rendered(site.render(Duration.ofSeconds(60), MEMORY)).doubt())
          .hasValueSatisfying(it -> assertThat(it).contains("/slow.json"));
    } finally {
      never.countDown();
    }
  }

  @Test
  void windowsDownloadsDialogsAndDevicesAreDenied() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>"
              + WORDS
              + "</p><a id=a download=x.bin href='data:application/octet-stream,x'>x</a><script>"
              + "for (let i = 0; i < 20; i++) window.open('/window' + i);"
              + "document.getElementById('a').click();"
              + "alert('Look!'); confirm('Sure?');"
              + "Notification.requestPermission();"
              + "navigator.geolocation.getCurrentPosition(() => {}, () => {});"
              + "</script>");

      RenderedPage page = rendered(site.render(PATIENT, MEMORY));

      assertThat(page.html()).contains(WORDS);
      assertThat(page.denied())
          .contains(DeniedAct.WINDOW, DeniedAct.DOWNLOAD, DeniedAct.DIALOG, DeniedAct.DEVICE);
      assertThat(site.connections()).as("robots.txt and the page").isEqualTo(2);
    }
  }

  @Test
  void minerInWorkersDoesNotRun() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>"
              + WORDS
              + "</p><script>const dig = 'postMessage(\"dug\"); while (true) {}';"
              + "const blob = URL.createObjectURL(new Blob([dig], {type: 'text/javascript'}));"
              + "for (const from of ['data:text/javascript,' + dig, blob, '/dig.js'])"
              + "  for (let i = 0; i < 3; i++)"
              + "    try {new Worker(from).onmessage = it => document.body.append(it.data)}"
              + "    catch (e) {}"
              + "</script>");
      site.script("/dig.js", "postMessage('dug'); while (true) {}");

      RenderedPage page = rendered(site.render(PATIENT, MEMORY));

      assertThat(page.html()).contains(WORDS).doesNotContain("dug");
      assertThat(page.denied()).contains(DeniedAct.WORKER);
      assertThat(page.doubt()).as("quiet in time").isEmpty();
      assertThat(site.asked("/dig.js")).isEmpty();
    }
  }

  @Test
  void pageThatAsksWithoutEndIsStopped() {
    try (var site = new ScriptedSite()) {
      site.page("<p>" + WORDS + "</p><script>setInterval(() => fetch('/x.json'), 1)</script>");
      site.json("/x.json", "{}");

      RenderedPage page = rendered(site.render(PATIENT, MEMORY));

      assertThat(page.denied()).contains(DeniedAct.CROWD);
      assertThat(site.asked("/x.json")).hasSize(100);
    }
  }

  @Test
  void pageThatFillsMemoryIsEnded() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>x</p><script>const all = []; setInterval(() => {"
              + "const some = new Uint8Array(50e6); some.fill(1); all.push(some)}, 1)</script>");

      assertThat(site.render(PATIENT, 700L << 20)).isInstanceOfAny(TooBig.class, PageCrashed.class);
    }
  }

  @Test
  void pageThatFillsItsHeapIsEnded() {
    try (var site = new ScriptedSite()) {
      site.page("<script>const all = []; while (true) all.push(new Array(1e5).fill(1.5))</script>");

      assertThat(site.render(PATIENT, MEMORY)).isInstanceOfAny(TooBig.class, PageCrashed.class);
    }
  }

  @Test
  void pageThatWritesTensOfMegabytesIsTooBig() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<div id=root></div><script>const text = 'Words without end. '.repeat(50000);"
              + "for (let i = 0; i < 30; i++) root.append(text)</script>");

      assertThat(site.render(PATIENT, MEMORY)).isInstanceOf(TooBig.class);
    }
  }

  @Test
  void pageThatWritesTooManyTagsIsTooBig() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<div id=root></div><script>root.innerHTML = '<i></i>'.repeat(150000)" + "</script>");

      assertThat(site.render(PATIENT, MEMORY))
          .isInstanceOfSatisfying(
              TooBig.class, it -> assertThat(it.detail()).contains("tags; we take"));
    }
  }

  @Test
  void answersOfOnePageHaveOneBound() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>"
              + WORDS
              + "</p><script>for (let i = 0; i < 20; i++) fetch('/big.json?' + i)</script>");
      String big = "x".repeat(ScriptedSite.BYTES / 3);
      for (int i = 0; i < 20; i++) {
        site.json("/big.json?" + i, big);
      }

      RenderedPage page = rendered(site.render(PATIENT, MEMORY));

      assertThat(page.html()).contains(WORDS);
      assertThat(page.denied()).contains(DeniedAct.CROWD);
      assertThat(page.doubt()).isPresent();
      assertThat(site.connections())
          .as("robots.txt, the page, three answers, four at once")
          .isLessThan(10);
    }
  }

  @Test
  void pageWhoseOwnSiteDoesNotGiveItAllIsInDoubt() {
    for (String script :
        List.of(
            "fetch('/gone.json')",
            "fetch('/private/a.json').catch(() => {})",
            "fetch('/words', {method: 'POST', body: 'x'}).catch(() => {})",
            "const it = document.createElement('script'); it.src = '/gone.js'; document.body.append(it)",
            "const it = new XMLHttpRequest(); it.open('GET', '/broken.json'); it.send()")) {
      try (var site = new ScriptedSite()) {
        site.robots("User-agent: *\nDisallow: /private");
        site.status("/broken.json", "500 Internal Server Error");
        site.page("<p>Something went wrong.</p><script>" + script + "</script>");

        assertThat(rendered(site.render(PATIENT, MEMORY)).doubt()).as(script).isPresent();
      }
    }
  }

  @Test
  void hostsOfTheSameSiteCountAndStrangersDoNot() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>x</p><script>fetch('"
              + site.url("api.example.org", "/a.json")
              + "').catch(() => {})</script>");
      assertThat(rendered(site.render(site.answer("www.example.org"), PATIENT, MEMORY)).doubt())
          .hasValueSatisfying(it -> assertThat(it).contains("api.example.org"));

      site.page(
          "<p>x</p><script>fetch('"
              + site.url("example.com", "/a.json")
              + "').catch(() => {})</script>");
      assertThat(rendered(site.render(site.answer("www.example.org"), PATIENT, MEMORY)).doubt())
          .isEmpty();
    }
  }

  @Test
  void answerOfAStrangeStatusIsAnAnswerAllTheSame() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>x</p><script>fetch('/odd.json').then(it => document.body.append(it.status))"
              + "</script>");
      site.status("/odd.json", "520 Web server returns an unknown error");

      RenderedPage page = rendered(site.render(PATIENT, MEMORY));

      assertThat(page.html()).contains("520");
      assertThat(page.doubt()).isPresent();
    }
  }

  @Test
  void requestThatWouldHaveToAskLeaveIsMissed() {
    try (var site = new ScriptedSite()) {
      site.answering(
          "/a.json",
          "Content-Type: application/json\r\nAccess-Control-Allow-Origin: *\r\n"
              + "Access-Control-Allow-Headers: X-Key",
          "{}");
      site.page(
          "<p>x</p><script>fetch('"
              + site.url("api.example.org", "/a.json")
              + "', {headers: {'X-Key': '1'}}).catch(() => {})</script>");

      assertThat(rendered(site.render(site.answer("www.example.org"), PATIENT, MEMORY)).doubt())
          .hasValueSatisfying(it -> assertThat(it).contains("api.example.org"));
    }
  }

  @Test
  void requestThatItsOwnSiteSendsElsewhereOrGetsFromElsewhereIsMissed() {
    try (var site = new ScriptedSite()) {
      site.redirect("/led.json", site.url("example.com", "/gone.json"));
      site.page("<p>x</p><script>fetch('/led.json').catch(() => {})</script>");

      assertThat(rendered(site.render(site.answer("www.example.org"), PATIENT, MEMORY)).doubt())
          .hasValueSatisfying(it -> assertThat(it).contains("www.example.org", "/led.json"));
      assertThat(site.asked("/gone.json")).hasSize(1);

      site.redirect("/led.json", site.url("www.example.org", "/gone.json"));
      site.page(
          "<p>x</p><script>fetch('"
              + site.url("example.com", "/led.json")
              + "').catch(() => {})</script>");
      assertThat(rendered(site.render(site.answer("www.example.org"), PATIENT, MEMORY)).doubt())
          .hasValueSatisfying(it -> assertThat(it).contains("www.example.org", "/gone.json"));
    }
  }

  @Test
  void hostThatARedirectLeadsToIsLeftAloneWhereItMustBe() {
    try (var site = new ScriptedSite()) {
      site.redirect("/led.json", site.url("example.com", "/a.json"));
      site.json("/a.json", "{}");
      site.page("<p>x</p><script>fetch('/led.json').catch(() => {})</script>");
      Instant hence = Instant.now().plusSeconds(3_600);
      AskedHosts hosts =
          site.hosts(
              origin -> HostPace.fresh(origin.contains("example.com") ? hence : Instant.EPOCH));

      assertThat(
              rendered(site.render(site.answer("www.example.org"), PATIENT, MEMORY, hosts)).doubt())
          .hasValueSatisfying(it -> assertThat(it).contains("/led.json", "left alone"));
      assertThat(site.asked("/a.json")).isEmpty();
    }
  }

  @Test
  void hostThatRestsForAMomentIsWaitedFor() {
    try (var site = new ScriptedSite()) {
      site.page(
          "<p>x</p><script>fetch('/a.json').then(it => it.json())"
              + ".then(it => document.body.append(it.words))</script>");
      site.json("/a.json", "{\"words\": \"came\"}");
      Answered answer = site.answer();
      AskedHosts hosts = site.hosts(_ -> HostPace.fresh(Instant.now().plusSeconds(1)));

      RenderedPage page = rendered(site.render(answer, PATIENT, MEMORY, hosts));

      assertThat(page.html()).contains("came");
      assertThat(page.doubt()).isEmpty();
    }
  }

  @Test
  void pageThatWasAnErrorToBeginWithIsNotRead() {
    try (var site = new ScriptedSite()) {
      Answered gone = site.answer();

      assertThat(gone.status()).isEqualTo(404);
      assertThat(site.render(gone, PATIENT, MEMORY)).isInstanceOf(LedToNothing.class);
    }
  }

  @Test
  void scriptsThatLeadToAnErrorLeadToNothing() {
    try (var site = new ScriptedSite()) {
      site.page("<p>x</p><script>location = '/gone'</script>");

      assertThat(site.render(PATIENT, MEMORY))
          .isInstanceOfSatisfying(
              LedToNothing.class,
              it -> assertThat(it.inWords()).contains("/gone", "it answered 404"));
    }
  }

  @Test
  void hostThatSaysThatItIsTooMuchIsAskedNoMore() {
    try (var site = new ScriptedSite()) {
      site.page("<p>x</p><script>fetch('/busy.json').then(() => fetch('/busy.json'))</script>");
      site.status("/busy.json", "429 Too Many Requests");
      AskedHosts hosts = site.hosts();
      Answered answer = site.answer();

      assertThat(rendered(site.render(answer, PATIENT, MEMORY, hosts)).doubt()).isPresent();
      assertThat(rendered(site.render(answer, PATIENT, MEMORY, hosts)).doubt())
          .hasValueSatisfying(it -> assertThat(it).contains("left alone"));
      assertThat(site.asked("/busy.json")).hasSize(1);
    }
  }

  @Test
  void whatFailsInOurselvesIsNoOutcomeOfThePage() {
    try (var site = new ScriptedSite()) {
      site.page("<p>x</p><script>fetch('/a.json')</script>");
      Answered answer = site.answer();
      AskedHosts broken =
          site.hosts(_ -> {
            throw new IllegalArgumentException("the database is gone");
          });

      assertThatThrownBy(() -> site.render(answer, PATIENT, MEMORY, broken))
          .hasStackTraceContaining("the database is gone");
    }
  }

  @Test
  void oneIsReadAndOneWaitsAndTheNextGoesWithout() throws Exception {
    try (var site = new ScriptedSite();
        var visits = Executors.newVirtualThreadPerTaskExecutor()) {
      site.page("<p>" + WORDS + "</p>");
      Answered answer = site.answer();
      var browser = new PageBrowser(site.settings(PATIENT, MEMORY));
      Callable<BrowserOutcome> visit = () -> browser.render(answer, site.hosts());

      List<BrowserOutcome> outcomes =
          visits.invokeAll(List.of(visit, visit, visit)).stream().map(Future::resultNow).toList();

      assertThat(outcomes).filteredOn(RenderedPage.class::isInstance).hasSize(2);
      assertThat(outcomes).contains(new NoBrowser("others are being read"));
    }
  }

  @Test
  void withoutChromiumThereIsNoBrowser() {
    try (var site = new ScriptedSite()) {
      site.page("<div id=root></div>");
      var absent =
          new BrowserSettings(Path.of("/nowhere/chromium"), false, PATIENT, MEMORY, 100, MEMORY);
      var failing = new BrowserSettings(Path.of("/bin/false"), false, PATIENT, MEMORY, 100, MEMORY);

      assertThat(new PageBrowser(absent).render(site.answer(), site.hosts()))
          .isEqualTo(new NoBrowser("no Chromium at /nowhere/chromium"));
      assertThat(new PageBrowser(failing).render(site.answer(), site.hosts()))
          .isInstanceOf(NoBrowser.class);
    }
  }

  private static void assertInTime(ScriptedSite site, Class<? extends BrowserOutcome> expected) {
    Instant began = Instant.now();

    assertThat(site.render(HASTY, MEMORY)).isInstanceOf(expected);
    assertThat(Duration.between(began, Instant.now())).isLessThan(HASTY.plusSeconds(10));
  }

  private static RenderedPage rendered(BrowserOutcome outcome) {
    assertThat(outcome).isInstanceOf(RenderedPage.class);
    return (RenderedPage) outcome;
  }
}
