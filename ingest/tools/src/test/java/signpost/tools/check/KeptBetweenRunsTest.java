package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.LoopbackWeb;

/** What one check leaves to the next: known problems, and what was fine. */
final class KeptBetweenRunsTest {
  private static final AcceptedStatuses FINE = AcceptedStatuses.of("200..299");
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = serve();

  @TempDir Path folder = Path.of("");

  private HttpServer serve() {
    var made = LoopbackWeb.server();
    made.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          byte[] body = "<p id=here><p id=there>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          String path = exchange.getRequestURI().getPath();
          if (path.startsWith("/old")) {
            exchange.getResponseHeaders().set("Location", path.replace("/old", "/new"));
          }
          exchange.sendResponseHeaders(
              path.equals("/robots.txt") ? 404 : path.startsWith("/old") ? 301 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    made.start();
    return made;
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private CommandRun check(String html, String... options) throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    List<String> words = new ArrayList<>(List.of(options));
    String here = "127.0.0.1/32:" + server.getAddress().getPort();
    words.addAll(List.of("--allow", here, page.toString()));
    return CommandRun.of(words);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void onlyProblemsThatAreNotKnownFail() throws Exception {
    String old = "<a href=gone.html>x</a><a href='#no'>y</a>";
    assertThat(check(old, "--write-baseline", file("known")).code()).isZero();
    CommandRun same = check("<p>moved down\n" + old, "--baseline", file("known"));
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("2 known already").doesNotContain("gone.html");
    CommandRun more = check(old + "<a href=new.html>z</a>", "--baseline", file("known"));
    assertThat(more.code()).isEqualTo(1);
    assertThat(more.out()).contains("new.html").doesNotContain("gone.html");
  }

  @Test
  void aBaselineIsTheSameForTheSameProblems() throws Exception {
    check("<a href=b.html>x</a><a href=a.html>y</a>", "--write-baseline", file("one"));
    check("<a href=a.html>y</a>\n<a href=b.html>x</a>", "--write-baseline", file("two"));
    String one = Files.readString(folder.resolve("one"));
    assertThat(one).isEqualTo(Files.readString(folder.resolve("two")));
    assertThat(one.lines()).hasSize(4);
    assertThat(one.indexOf("a.html")).isLessThan(one.indexOf("b.html"));
  }

  @Test
  void aBaselineThatCannotBeUsedIsAClearErrorAndStaysAsItIs() throws Exception {
    for (String bad :
        List.of(
            "",
            "{\"kind\": \"signpost check baseline\", \"version\": 2, \"entries\": []}",
            "{\"kind\": \"signpost check baseline\", \"version\": 1, \"entries\": [{\"page\"",
            "{\"kind\": \"signpost check baseline\", \"version\": 1, \"entries\": [{}]}",
            "{\"kind\": \"signpost check cache\", \"version\": 1, \"entries\": []}",
            "[".repeat(5000))) {
      Files.writeString(folder.resolve("known"), bad);
      CommandRun run = check("<a href=gone.html>x</a>", "--baseline", file("known"));
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--baseline: the file " + file("known") + " cannot be used");
      assertThat(Files.readString(folder.resolve("known"))).isEqualTo(bad);
    }
    assertThat(check("<p>", "--baseline", file("none")).err()).contains("it is not there");
  }

  @Test
  void whatIsSomethingElseIsNotWrittenOver() throws Exception {
    for (String option : List.of("--cache", "--write-baseline")) {
      CommandRun run = check("<p>", option, file("page.html"));
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("is left alone");
      assertThat(Files.readString(folder.resolve("page.html"))).isEqualTo("<p>");
    }
  }

  @Test
  void whatWasFineIsNotAskedAgainUnlessALinkWantsAnotherPlace() throws Exception {
    String link = "<a href='" + url("/x#here") + "'>x</a>";
    assertThat(check(link, "--cache", file("cache")).code()).isZero();
    assertThat(asked).containsExactly("/robots.txt", "/x");
    asked.clear();
    assertThat(check(link, "--cache", file("cache")).code()).isZero();
    assertThat(asked).isEmpty();
    String another = link + "<a href='" + url("/x#none") + "'>y</a>";
    assertThat(check(another, "--cache", file("cache")).code()).isEqualTo(1);
    assertThat(asked).contains("/x");
    asked.clear();
    assertThat(check(link, "--cache", file("cache"), "--cache-age", "0s").code()).isZero();
    assertThat(asked).contains("/x");
  }

  @Test
  void aPlaceBehindARedirectIsLookedForInEveryRun() throws Exception {
    String links =
        "<a href='" + url("/old/a#gone") + "'>x</a><a href='" + url("/old/b#here") + "'>y</a>";
    for (int run = 0; run < 3; run++) {
      CommandRun again = check(links, "--cache", file("cache"));
      assertThat(again.code()).isEqualTo(1);
      assertThat(again.out()).contains("1 missing fragment").contains("no place called “gone”");
    }
  }

  @Test
  void aPageThatIsNotThereAnyMoreIsNotFineForWhoeverTrustsLess() throws Exception {
    check("<a href='" + url("/x") + "'>x</a>", "--cache", file("cache"));
    asked.clear();
    check("<a href='" + url("/x") + "'>x</a>", "--cache", file("cache"), "--allow=10.0.0.0/8");
    assertThat(asked).contains("/x");
  }

  @Test
  void aDumpAsksNobody() throws Exception {
    String twice = "<a href='%1$s'>x</a><link rel=stylesheet href='%1$s'>".formatted(url("/x.css"));
    CommandRun run = check(twice, "--dump", url("/"));
    assertThat(run.out()).contains(url("/x.css"));
    assertThat(asked).isEmpty();
  }

  @Test
  void whatWasLaidOutAnewOrCutIsStillOurs() throws Exception {
    String pretty =
        "{\n  \"kind\" : \"signpost check baseline\",\n  \"version\" : 1, \"entries\": []}";
    Files.writeString(folder.resolve("known"), pretty);
    assertThat(check("<p>", "--write-baseline", file("known")).code()).isZero();
    Files.writeString(folder.resolve("cache"), "{\"kin");
    CommandRun run = check("<p>", "--cache", file("cache"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("is begun anew");
  }

  @Test
  void aSpoiltCacheIsToldOnceAndBegunAnew() throws Exception {
    String head = "{\"kind\": \"signpost check cache\", \"version\": ";
    for (String bad : List.of("7, \"entries\": []}", "1, \"entries\": [{\"url\"", "1}")) {
      Files.writeString(folder.resolve("cache"), head + bad);
      CommandRun run = check("<a href=gone.html>x</a>", "--cache", file("cache"));
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).containsOnlyOnce("is begun anew");
      assertThat(Files.readString(folder.resolve("cache"))).contains("\"version\": 1");
    }
  }

  private CheckCache cache(String entries) throws Exception {
    String head = "{\"kind\": \"signpost check cache\", \"version\": 1, \"entries\": [";
    Path file = Files.writeString(folder.resolve("cache"), head + entries + "]}");
    return CheckCache.read(file, new CheckCache.CacheTerms(NOW, Duration.ofDays(1), ""));
  }

  @Test
  void whatIsOldOrOfATimeToComeIsForgotten() throws Exception {
    CheckCache cache =
        cache(
            "{\"url\":\"old\",\"status\":200,\"at\":\"2026-11-29T12:00:00Z\"},"
                + "{\"url\":\"new\",\"status\":200,\"at\":\"2026-11-29T12:00:01Z\"},"
                + "{\"url\":\"own\",\"status\":999,\"at\":\"2026-11-30T11:00:00Z\"},"
                + "{\"url\":\"odd\",\"status\":403,\"at\":\"2026-11-30T11:00:00Z\"},"
                + "{\"url\":\"next\",\"status\":200,\"at\":\"2026-12-01T00:00:00Z\"}");
    assertThat(cache.fine("new", FINE)).isPresent();
    assertThat(cache.fine("old", FINE)).isEmpty();
    assertThat(cache.fine("next", FINE)).isEmpty();
    assertThat(cache.fine("odd", FINE)).isEmpty();
    assertThat(cache.fine("odd", AcceptedStatuses.of("403"))).isPresent();
    assertThat(cache.fine("own", AcceptedStatuses.of("999"))).isPresent();
    cache.write(folder.resolve("cache"));
    assertThat(Files.readString(folder.resolve("cache"))).contains("new").doesNotContain("old");
  }

  @Test
  void onlyWhatIsCertainlyFineIsRemembered() throws Exception {
    CheckCache cache = cache("{\"url\":\"http://a/\",\"status\":200,\"at\":\"" + NOW + "\"}");
    var target = new CheckTarget("http://a/", 1);
    target.judge(CheckVerdict.of(CheckVerdict.ResultClass.SKIPPED, "left out"));
    cache.learn(target, true);
    assertThat(cache.fine("http://a/", FINE)).isPresent();
    target.judge(new CheckVerdict(CheckVerdict.ResultClass.SUSPECT, 500, "trouble"));
    cache.learn(target, true);
    assertThat(cache.fine("http://a/", FINE)).isEmpty();
  }

  @Test
  void agesHaveAUnit() {
    assertThat(KeptFileOptions.age("90m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(KeptFileOptions.age("7d")).isEqualTo(Duration.ofDays(7));
  }
}
