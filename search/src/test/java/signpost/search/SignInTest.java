package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.search.account.AccountCodes;
import signpost.search.account.LocalAccounts;
import signpost.search.account.MachineTokens;
import signpost.search.account.Role;
import signpost.search.account.TokenScope;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;

/** Who signs in at the public address, what they may do then, and what is noted of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInTest {
  private static final Actor SHELL = Actor.shell();
  private static final String HERE = "Host: 127.0.0.1";
  private static final String OPS = "Authorization: Basic b3BzOm9wZW4gc2VzYW1lIG5vdw==";
  private static final String PAGE = "Accept: text/html,*/*;q=0.8";
  private static final String PASSWORD = "three sesame seeds";

  private final RunningSearch search;
  private final LocalAccounts accounts;
  private String totp = "";

  SignInTest(@TempDir Path data) {
    search =
        RunningSearch.start(
            data, RunningSearch.NO_BROKER, "", Map.of("signpost.ops.password", "open sesame now"));
    accounts = search.bean(LocalAccounts.class);
  }

  @AfterAll
  void stop() {
    search.close();
  }

  @BeforeEach
  void annIsOperator() {
    accounts.remove(SHELL, "ann");
    totp = accounts.add(SHELL, "ann", Role.OPERATOR, Optional.of(PASSWORD)).orElseThrow().totp();
  }

  private URI at(String path) {
    return search.address().resolve(path);
  }

  private Map<String, String> form() {
    return new HashMap<>(
        Map.of(
            "name", "ann", "password", PASSWORD, "code", AccountCodes.now(totp), "to", "/audit"));
  }

  private Browser signedIn() throws Exception {
    Browser browser = new Browser();
    assertThat(browser.post(at("/sign-in"), form()).statusCode()).isEqualTo(303);
    return browser;
  }

  private String log() {
    return String.join("\n", search.bean(AuditLog.class).from(1, 1_000));
  }

  @Test
  void whoeverOpensAPageOfOpsSignsInAndGoesOnThere() throws Exception {
    Browser browser = new Browser();
    URI page = Browser.next(browser.get(at("/crawl")));
    assertThat(page).hasPath("/sign-in").hasQuery("to=/crawl");
    assertThat(browser.get(page).body()).contains("<h1", "Sign in", "value=\"/crawl\"");
    HttpResponse<String> in = browser.post(at("/sign-in"), form());
    assertThat(Browser.next(in)).hasPath("/audit");
    assertThat(browser.get(at("/crawl")).body()).contains("Crawl control", "signed in as");
    assertThat(log()).contains("\"who\":\"ann\"", "\"act\":\"sign in\"");
  }

  @Test
  void cookieIsForNoScriptAndNoOtherSite() throws Exception {
    Browser browser = new Browser();
    HttpResponse<String> in = browser.post(at("/sign-in"), form());
    assertThat(in.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("signpost-session=")
        .containsIgnoringCase("httponly")
        .containsIgnoringCase("samesite=lax")
        .containsIgnoringCase("path=/");
    assertThat(in.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void signingOutEndsTheSessionWhateverTheBrowserKeeps() throws Exception {
    Browser browser = signedIn();
    HttpCookie kept = browser.cookies().getFirst();
    assertThat(browser.post(at("/sign-out"), Map.of()).statusCode()).isEqualTo(303);
    assertThat(browser.cookies()).isEmpty();
    Browser thief = new Browser();
    String header = kept.getName() + "=" + kept.getValue();
    assertThat(new RawHttp(search.address()).ask("GET /crawl", HERE, "Cookie: " + header))
        .extracting(RawHttp.Answer::status)
        .isEqualTo(401);
    assertThat(thief.get(at("/crawl")).statusCode()).isEqualTo(303);
  }

  @Test
  void formOfAnotherSiteDoesNotBorrowASession() throws Exception {
    Browser browser = signedIn();
    Map<String, String> host = Map.of("host", "https://a.example", "length", "hour");
    assertThat(browser.post(at("/crawl/pause"), host, "https://a.example").statusCode())
        .isEqualTo(403);
    assertThat(browser.post(at("/crawl/pause"), host).statusCode()).isEqualTo(303);
  }

  @Test
  void actIsNotedEvenWhereIngestIsAway() throws Exception {
    signedIn().post(at("/crawl/pause"), Map.of("host", "https://away.example", "length", "hour"));
    assertThat(log())
        .contains("\"act\":\"pause a host\",\"of\":{\"host\":\"https://away.example\",\"until\":")
        .contains("\"after\":\"not known: ");
  }

  @Test
  void nameOnItsOwnTellsNobodyWhetherItIsThere() throws Exception {
    Map<String, String> wrong = form();
    wrong.put("password", "four sesame seeds");
    HttpResponse<String> known = new Browser().post(at("/sign-in"), wrong);
    wrong.put("name", "nobody");
    HttpResponse<String> unknown = new Browser().post(at("/sign-in"), wrong);
    assertThat(known.statusCode()).isEqualTo(403);
    assertThat(unknown.body()).isEqualTo(known.body().replace("value=\"ann\"", "value=\"nobody\""));
    assertThat(log()).contains("refused: wrong name, password or code").doesNotContain("seeds");
  }

  @Test
  void passwordOfOpsOpensASessionWhereNothingElseDoes() throws Exception {
    Browser browser = new Browser();
    browser.post(at("/sign-in"), Map.of("name", "ops", "password", "open sesame now"));
    assertThat(browser.get(at("/access")).body())
        .contains("Who may do what", "ann</bdi>: operator");
  }

  @Test
  void operatorReadsTheLogAndSeesNotWhoIsSignedIn() throws Exception {
    Browser browser = signedIn();
    assertThat(browser.get(at("/audit")).body()).contains("all as they were written", "sign in");
    assertThat(browser.get(at("/audit.csv")).body()).startsWith("n,at,who,way,from,sub,act");
    assertThat(browser.get(at("/audit.jsonl")).body()).startsWith("{\"n\":1,");
    assertThat(browser.get(at("/access")).statusCode()).isEqualTo(403);
  }

  @Test
  void administratorEndsASession() throws Exception {
    Browser operator = signedIn();
    accounts.add(SHELL, "eve", Role.ADMINISTRATOR, Optional.of(PASSWORD));
    Browser administrator = new Browser();
    administrator.post(at("/sign-in"), Map.of("name", "ops", "password", "open sesame now"));
    String page = administrator.get(at("/access")).body();
    String digest =
        page.substring(page.indexOf("ann</bdi></h3>"))
            .replaceFirst("(?s).*?value=\"(\\w+)\".*", "$1");
    administrator.post(at("/access/end"), Map.of("session", digest));
    assertThat(operator.get(at("/crawl")).statusCode()).isEqualTo(303);
    assertThat(log()).contains("\"act\":\"end a session\",\"of\":{\"name\":\"ann\"}");
  }

  @Test
  void passwordIsChangedByWhoeverKnowsTheOldOne() throws Exception {
    Browser browser = signedIn();
    Map<String, String> change = new HashMap<>();
    change.put("password", PASSWORD);
    change.put("wanted", "a brown cow in May");
    change.put("code", AccountCodes.next(totp));
    assertThat(browser.get(at("/sign-in/password")).body()).contains("New password");
    assertThat(browser.post(at("/sign-in/password"), Map.of("wanted", "short")).statusCode())
        .isEqualTo(422);
    assertThat(browser.post(at("/sign-in/password"), change).statusCode()).isEqualTo(303);
    assertThat(browser.get(at("/crawl")).statusCode()).isEqualTo(200);
    assertThat(log()).contains("change a password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/",
        "//a.example",
        "/\\a.example",
        "javascript:x",
        "/a\r\nX: y",
        "/a%zz",
        "/%"
      })
  void nobodyIsSentToAnotherSite(String to) throws Exception {
    Map<String, String> form = form();
    form.put("to", to);
    assertThat(Browser.next(new Browser().post(at("/sign-in"), form))).hasPath("/crawl");
  }

  @Test
  void programDoesWhatItsTokenIsForAndNothingElse() throws IOException {
    MachineTokens machines = search.bean(MachineTokens.class);
    machines.revoke(SHELL, "prometheus");
    String token =
        machines
            .create(
                SHELL,
                new MachineTokens.Machine(
                    "prometheus", Set.of(TokenScope.METRICS), Optional.empty()))
            .orElseThrow();
    String as = "Authorization: Bearer " + token;
    RawHttp http = new RawHttp(search.address());
    assertThat(http.ask("GET /prometheus", HERE, as).status()).isEqualTo(200);
    assertThat(http.ask("GET /health", HERE, as).body()).contains("details");
    assertThat(http.ask("GET /crawl", HERE, as).status()).isEqualTo(403);
    assertThat(http.post("/crawl/pause", "host=a", HERE, as).status()).isEqualTo(403);
    machines.revoke(SHELL, "prometheus");
    assertThat(http.ask("GET /prometheus", HERE, as).status()).isEqualTo(401);
  }

  @Test
  void programSteersTheCrawlWithoutBeingAPageUntilItsTokenRunsOut() throws IOException {
    MachineTokens machines = search.bean(MachineTokens.class);
    Optional<Instant> later = Optional.of(Instant.now().plusSeconds(600));
    Optional<Instant> before = Optional.of(Instant.now().minusSeconds(1));
    String good =
        machines
            .create(SHELL, new MachineTokens.Machine("deploy", Set.of(TokenScope.CRAWL), later))
            .orElseThrow();
    String old =
        machines
            .create(SHELL, new MachineTokens.Machine("older", Set.of(TokenScope.CRAWL), before))
            .orElseThrow();
    RawHttp http = new RawHttp(search.address());
    String fields = "host=https://b.example&length=hour";
    assertThat(http.post("/crawl/pause", fields, HERE, "Authorization: Bearer " + good).status())
        .isEqualTo(303);
    assertThat(http.post("/crawl/pause", fields, HERE, "Authorization: Bearer " + old).status())
        .isIn(401, 403);
    assertThat(log()).contains("\"who\":\"deploy\",\"way\":\"machine-token\"");
  }

  @Test
  void nobodySignsInWhereOthersReadAlong(@TempDir Path folder) throws Exception {
    try (RunningSearch open =
        RunningSearch.start(
            folder,
            RunningSearch.NO_BROKER,
            "",
            Map.of(
                "signpost.ops.password",
                "open sesame now",
                "signpost.public-url",
                "http://our.example"))) {
      RawHttp http = new RawHttp(open.address());
      String there = "Host: our.example"; // as a proxy that nobody told us of hands it on
      assertThat(http.ask("GET /sign-in", there).body()).contains("not protected by https");
      RawHttp.Answer answer =
          http.post(
              "/sign-in", "name=ops&password=open+sesame+now", there, "Origin: http://our.example");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.head()).doesNotContainIgnoringCase("set-cookie");
      assertThat(http.ask("GET /crawl", there, PAGE).status()).isEqualTo(403);
      assertThat(http.ask("GET /crawl", there, OPS).status()).isEqualTo(403);
      assertThat(http.ask("GET /crawl", HERE, OPS).status()).isEqualTo(200);
    }
  }

  @Test
  void overANetworkOfOnesOwnBrowsersAreAskedForThePasswordAndKeepNoCookie(@TempDir Path folder)
      throws Exception {
    try (RunningSearch open =
        RunningSearch.start(
            folder,
            RunningSearch.NO_BROKER,
            "",
            Map.of(
                "signpost.ops.password",
                "open sesame now",
                "signpost.behind-proxy",
                true,
                "signpost.public-url",
                "http://our.example"))) {
      RawHttp http = new RawHttp(open.address());
      RawHttp.Answer stranger = http.ask("GET /crawl", "Host: our.example", PAGE);
      assertThat(stranger.status()).isEqualTo(401);
      assertThat(stranger.head()).containsIgnoringCase("www-authenticate: basic");
      assertThat(http.ask("GET /crawl", "Host: our.example", PAGE, OPS).status()).isEqualTo(200);
      assertThat(http.ask("GET /sign-in", HERE).body()).contains("not protected by https");
    }
  }

  @Test
  void formOfAnotherSiteSignsNobodyInOrOut() throws Exception {
    Browser stranger = new Browser();
    assertThat(stranger.post(at("/sign-in"), form(), "https://a.example").statusCode())
        .isEqualTo(403);
    assertThat(stranger.cookies()).isEmpty();
    Browser browser = signedIn();
    assertThat(browser.post(at("/sign-out"), Map.of(), "https://a.example").statusCode())
        .isEqualTo(403);
    assertThat(browser.get(at("/crawl")).statusCode()).isEqualTo(200);
  }

  @Test
  void sessionOfThePasswordOfOpsEndsWithThatPassword(@TempDir Path folder) throws Exception {
    Browser browser = new Browser();
    Map<String, String> right = Map.of("name", "ops", "password", "open sesame now");
    try (RunningSearch before = startedWith(folder, "open sesame now")) {
      browser.post(before.address().resolve("/sign-in"), right);
      assertThat(browser.get(before.address().resolve("/crawl")).statusCode()).isEqualTo(200);
    }
    try (RunningSearch after = startedWith(folder, "another sesame now")) {
      assertThat(browser.get(after.address().resolve("/crawl")).statusCode()).isEqualTo(303);
    }
  }

  private static RunningSearch startedWith(Path folder, String password) {
    return RunningSearch.start(
        folder, RunningSearch.NO_BROKER, "", Map.of("signpost.ops.password", password));
  }

  @Test
  void wrongGuessIsNotedWhicheverWayItComes(@TempDir Path folder) throws Exception {
    try (RunningSearch open = startedWith(folder, "open sesame now")) {
      LocalAccounts there = open.bean(LocalAccounts.class);
      String code =
          AccountCodes.now(
              there.add(SHELL, "ann", Role.OPERATOR, Optional.of(PASSWORD)).orElseThrow().totp());
      Browser browser = new Browser();
      URI form = open.address().resolve("/sign-in");
      browser.post(form, Map.of("name", "ann", "password", PASSWORD, "code", code));
      browser.post(
          open.address().resolve("/sign-in/password"),
          Map.of(
              "password", "four sesame seeds", "code", "000000", "wanted", "a brown cow in May"));
      new Browser().post(form, Map.of("name", "ops", "password", "four sesame seeds"));
      RawHttp http = new RawHttp(open.address());
      http.ask("GET /crawl", HERE, "Authorization: Basic b3BzOm5v");
      http.ask("GET /crawl", HERE, "Authorization: Bearer signpost_nobody");
      assertThat(lines(open))
          .filteredOn(it -> it.contains("\"after\":\"refused: "))
          .hasSize(4)
          .allSatisfy(it -> assertThat(it).contains("\"from\":\"127.0.0.0/24\""))
          .extracting(it -> it.replaceFirst(".*\"of\":\\{(.*?)\\}.*", "$1"))
          .containsExactly(
              "\"name\":\"ann\",\"way\":\"account\"",
              "\"name\":\"ops\",\"way\":\"ops-password\"",
              "\"name\":\"ops\",\"way\":\"ops-password\"",
              "\"way\":\"machine-token\"");
    }
  }

  private static List<String> lines(RunningSearch search) {
    return search.bean(AuditLog.class).from(1, 1_000);
  }

  @Test
  void passwordOfOpsInAHeaderIsNotedOnceThoughItComesWithEachRequest(@TempDir Path folder)
      throws Exception {
    try (RunningSearch open = startedWith(folder, "open sesame now")) {
      RawHttp http = new RawHttp(open.address());
      for (int i = 0; i < 3; i++) {
        assertThat(http.ask("GET /crawl", HERE, OPS).status()).isEqualTo(200);
      }
      assertThat(lines(open))
          .singleElement()
          .asString()
          .contains("\"who\":\"ops\",\"way\":\"ops-password\",\"from\":\"127.0.0.1\"");
    }
  }

  @Test
  void whatIsNoNameIsNotWrittenDown() throws Exception {
    Map<String, String> typed = form();
    typed.put("name", PASSWORD);
    new Browser().post(at("/sign-in"), typed);
    assertThat(log()).doesNotContain(PASSWORD);
  }

  @Test
  void guessesAtThePasswordOfOpsAreBounded(@TempDir Path folder) throws Exception {
    try (RunningSearch open =
        RunningSearch.start(
            folder,
            RunningSearch.NO_BROKER,
            "",
            Map.of("signpost.ops.password", "open sesame now"))) {
      RawHttp http = new RawHttp(open.address());
      String wrong = "Authorization: Basic b3BzOm5v";
      for (int i = 0; i < 5; i++) {
        assertThat(http.ask("GET /crawl", HERE, wrong).status()).isEqualTo(401);
      }
      assertThat(http.ask("GET /crawl", HERE, wrong).status()).isEqualTo(429);
      assertThat(new RawHttp(open.opsAddress()).get("/crawl").status()).isEqualTo(200);
    }
  }
}
