package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.RecordJson;
import signpost.record.store.Database;
import signpost.search.account.AccountCodes;
import signpost.search.account.LocalAccounts;
import signpost.search.account.Role;
import signpost.search.account.Sessions;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLine;
import signpost.search.audit.AuditLog;
import signpost.search.follow.FollowRounds;

/** Pages by signed link, and those of ops. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnersPagesTest {
  private static final Actor SHELL = Actor.shell();

  private final RunningSearch search;
  private final RealProvider provider;
  private final Neighbours others;
  private final HttpClient client = HttpClient.newHttpClient();

  OwnersPagesTest(@TempDir Path data) throws Exception {
    provider = RealProvider.start(Files.createDirectory(data.resolve("provider")));
    others =
        Neighbours.start(
            data.resolve("others"),
            "owners-pages.",
            Map.of("signpost.smtp.host", "127.0.0.1", "signpost.smtp.port", 1));
    search = RunningSearch.start(data.resolve("one"), RunningSearch.NO_BROKER, "", settings());
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(others.settings());
    settings.put("signpost.sign-in.provider.issuer", provider.issuer());
    settings.put("signpost.sign-in.provider.client-id", RealProvider.CLIENT);
    settings.put("signpost.sign-in.provider.client-secret", RealProvider.SECRET);
    return settings;
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() throws Exception {
    search.close();
    provider.close();
    others.close();
    client.close();
  }

  private HttpResponse<String> post(String path, String fields, boolean fromUs) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(search.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields));
    if (fromUs) {
      request.header("Origin", search.address().toString());
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void pagesByLinkAreKeptNowhereAndFoundByNoSearchEngine() throws Exception {
    String token = others.token("/answer");
    assertThat(
            post("/answer", "t=" + token + "&answer=snoozed&until=2026-12-01", true).statusCode())
        .isEqualTo(303);
    HttpResponse<String> page = search.get("/answer?t=" + token);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
    assertThat(page.headers().firstValue("x-robots-tag")).contains("noindex");
    assertThat(page.body()).contains("The owner put it off until 1 December 2026");
  }

  @Test
  void aLinkThatHasRunOutSaysHowToGetAnother() throws Exception {
    HttpResponse<String> page = search.get("/answer?t=" + others.expired());
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("This link has run out.", "/yours/link");
    assertThat(search.get("/answer?t=bad").statusCode()).isEqualTo(403);
    assertThat(search.get("/yours?t=bad").statusCode()).isEqualTo(403);
    assertThat(search.get("/yours/answers.json?t=bad&guide=snap").statusCode()).isEqualTo(403);
    assertThat(search.get("/answer").statusCode()).isEqualTo(400);
  }

  @Test
  void formsFromElsewhereAreRefusedButOneClickUnsubscribingIsNot() throws Exception {
    String answer = "t=" + others.token("/answer");
    String leave = "/unsubscribe?t=" + others.token("/unsubscribe");
    assertThat(post("/answer", answer + "&answer=keep", false).statusCode()).isEqualTo(403);
    assertThat(post("/yours/wishes", answer, false).statusCode()).isEqualTo(403);
    HttpResponse<String> left = post(leave, "List-Unsubscribe=One-Click", false);
    assertThat(left.statusCode()).isEqualTo(200);
    assertThat(left.body()).contains("You will get no more mails");
    assertThat(search.get(leave).body()).contains("<form action=\"/unsubscribe\"");
  }

  /** The finding that a link to answer is about, whose id is the last of its signed words. */
  private static String finding(String link) {
    byte[] words = Base64.getUrlDecoder().decode(link.substring(0, link.indexOf('.')));
    return new String(words, UTF_8).replaceFirst("(?s).* ", "");
  }

  private AuditLine lastLine() {
    return RecordJson.read(log().getLast(), AuditLine.class);
  }

  private List<String> log() {
    return search.bean(AuditLog.class).from(1, 10_000);
  }

  @Test
  void ownerIsAnsweredThoughTheLogOfWhatTheyDidCannotBeWritten() throws Exception {
    Database database = search.bean(Database.class);
    database.write(handle ->
        handle.execute(
            "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END"));
    int lines = log().size();
    try {
      String answer = "t=" + others.token("/answer") + "&answer=snoozed&until=2026-12-02";
      assertThat(post("/answer", answer, true).statusCode()).isEqualTo(303);
      assertThat(search.get("/answer?t=" + others.token("/answer")).body())
          .contains("2 December 2026");
    } finally {
      database.write(handle -> handle.execute("DROP TRIGGER full"));
    }
    assertThat(log()).hasSize(lines);
  }

  @Test
  void lineOfWhatAnOwnerDoesSaysNotFromWhereNorWhyNorWhenTheyAreAway() throws Exception {
    post(
        "/answer",
        "t=" + others.token("/answer") + "&answer=ignored&reason=My+mother+is+ill",
        true);
    String wishes = "t=" + others.token("/yours") + "&mail=on&away=2026-12-24";
    assertThat(post("/yours/wishes", wishes, true).statusCode()).isEqualTo(303);
    assertThat(log().getLast())
        .contains("\"act\":\"change wishes\"", "\"way\":\"mail-link\",\"from\":\"\"");
    int lines = log().size();
    assertThat(post("/yours/wishes", wishes, true).statusCode()).isEqualTo(303);
    assertThat(log())
        .as("the same again changes nothing")
        .hasSize(lines)
        .noneMatch(it -> it.contains("jo-bloggs") && it.contains("mail-link"))
        .noneMatch(
            it -> it.contains("mother") || it.contains("2026-12-24") || it.contains("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keep",
        "replace&with=https%3A%2F%2Fwww.example.org%2Fnew",
        "remove",
        "acknowledged",
        "snoozed",
        "ignored&reason=Open+in+summer",
        "wrong"
      })
  void everyAnswerIsThankedForAndLeavesEveryPageOfItsOwnerInOrder(String answer) throws Exception {
    String link = "t=" + others.token("/answer");
    HttpResponse<String> answered = post("/answer", link + "&answer=" + answer, true);
    assertThat(answered.statusCode()).isEqualTo(303);
    String thanks = answered.headers().firstValue("location").orElseThrow();
    assertThat(search.get(thanks).body()).contains("Thank you.", "Your guide’s answer");
    String own = "t=" + others.token("/yours");
    assertThat(search.get("/yours?" + own).body()).contains("Open for you", ">Answered<");
    assertThat(search.get("/yours/answers.json?guide=snap&" + own).statusCode()).isEqualTo(200);
    assertThat(post("/yours/wishes", own + "&mail=yes&away=", true).statusCode()).isEqualTo(303);
    assertThat(post("/yours/webhook", own + "&url=", true).body()).contains("Your webhook is gone");
    Matcher feed =
        Pattern.compile("/yours/feed\\?t=[\\w.-]+").matcher(post("/yours/feed", own, true).body());
    assertThat(feed.find()).isTrue();
    // What an owner is told by feed comes into it with the notifier's next round.
    await()
        .untilAsserted(
            () -> assertThat(search.get(feed.group()).body()).contains("<feed", "First report"));
  }

  private HttpResponse<String> read(String path, String... headers) throws Exception {
    URI address = URI.create(search.address() + path);
    return client.send(
        HttpRequest.newBuilder(address).headers(headers).build(), BodyHandlers.ofString());
  }

  @Test
  void whatAnOwnerReadsIsReadByNoOtherSiteAndKeptByNoCache() throws Exception {
    String own = "t=" + others.token("/yours");
    Matcher feed =
        Pattern.compile("/yours/feed\\?t=[\\w.-]+").matcher(post("/yours/feed", own, true).body());
    assertThat(feed.find()).isTrue();
    for (String path :
        List.of(feed.group(), "/yours?" + own, "/yours/answers.json?guide=snap&" + own)) {
      HttpResponse<String> page = read(path, "origin", "https://other.example");
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.headers().map()).as(path).doesNotContainKey("access-control-allow-origin");
      assertThat(page.headers().firstValue("cross-origin-resource-policy")).hasValue("same-origin");
      assertThat(page.headers().firstValue("cache-control").orElse(""))
          .as(path)
          .containsAnyOf("private", "no-store")
          .doesNotContain("public");
    }
    // What an owner is told by feed may come into it in between.
    await()
        .untilAsserted(() -> {
          String tag = search.get(feed.group()).headers().firstValue("etag").orElseThrow();
          assertThat(read(feed.group(), "if-none-match", tag).statusCode()).isEqualTo(304);
        });
  }

  @Test
  void linksToASiteAreReplacedByOneFormAndPressingTwiceSaysTheSame() throws Exception {
    String link = "t=" + others.finds(SampleWorld.WALES, "https://wales.example/now");
    Matcher shown = shown("/replacements?" + link);
    String chosen = "&replace-%1$s=yes&with-%1$s=%2$s".formatted(shown.group(1), shown.group(2));
    HttpResponse<String> nothing = post("/replacements", link, true);
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Choose at least one link");
    int before = log().size();
    for (int press = 0; press < 2; press++) {
      HttpResponse<String> done = post("/replacements", link + chosen, true);
      assertThat(done.statusCode()).isEqualTo(303);
      assertThat(search.get(done.headers().firstValue("location").orElseThrow()).body())
          .contains("The links you chose are to be replaced from now on.")
          .doesNotContain("<form action=\"/replacements");
    }
    assertThat(log()).hasSize(before + 1);
    assertThat(lastLine().of())
        .containsEntry("findings", shown.group(1))
        .containsEntry("page", SampleWorld.WALES)
        .containsKey("link");
    assertThat(search.get("/replacements?" + link).body()).contains("nothing left to replace");
    assertThat(search.get("/replacements?t=bad").statusCode()).isEqualTo(403);
  }

  @Test
  void linkThatWasAnsweredOtherwiseIsNotSaidToBeReplaced() throws Exception {
    String link = "t=" + others.finds(SampleWorld.LEARNING, "https://learning.example/now");
    Matcher shown = shown("/replacements?" + link);
    Matcher answer =
        Pattern.compile("/answer\\?t=([\\w.~-]+)").matcher(body("/replacements?" + link));
    assertThat(answer.find()).isTrue();
    String token = "t=" + answer.group(1);
    assertThat(post("/answer", token + "&answer=keep", true).statusCode()).isEqualTo(303);
    String chosen = "&replace-%1$s=yes&with-%1$s=%2$s".formatted(shown.group(1), shown.group(2));
    HttpResponse<String> done = post("/replacements", link + chosen, true);
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(body(done.headers().firstValue("location").orElseThrow()))
        .contains("Where somebody had given another answer before, that answer stands.")
        .doesNotContain("What is listed below");
    assertThat(body("/answer?" + token)).contains("The owner looked at it and keeps the link.");
  }

  @Test
  void pageThatIsNotTheOneIsNotOfferedAgain() throws Exception {
    String link = "t=" + others.finds(SampleWorld.BRAIN, "https://brain.example/now");
    Matcher shown = shown("/replacements?" + link);
    Matcher answer =
        Pattern.compile("/answer\\?t=([\\w.~-]+)").matcher(body("/replacements?" + link));
    assertThat(answer.find()).isTrue();
    String token = "t=" + answer.group(1);
    assertThat(body("/answer?" + token))
        .contains("name=\"shown\" value=\"" + shown.group(2), "value=\"not-this\"");
    HttpResponse<String> refused =
        post("/answer", token + "&answer=not-this&shown=" + shown.group(2), true);
    assertThat(refused.statusCode()).isEqualTo(303);
    assertThat(body(refused.headers().firstValue("location").orElseThrow()))
        .contains("We do not offer that page here again")
        .doesNotContain(shown.group(2), "you can change it here");
    assertThat(body("/replacements?" + link)).contains("nothing left to replace");
  }

  private String body(String path) throws Exception {
    return search.get(path).body();
  }

  /** The finding and the page of the first line of a form that replaces, once it is there. */
  private Matcher shown(String path) {
    Pattern field = Pattern.compile("name=\"with-(\\w+)\" value=\"([^\"]+)\"");
    return await().until(() -> field.matcher(search.get(path).body()), Matcher::find);
  }

  @Test
  void whatWasTypedIsStillThereAfterAMistake() throws Exception {
    HttpResponse<String> page =
        post("/answer", "t=" + others.token("/answer") + "&answer=replace&with=%3Cscript%3E", true);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("web address", "&lt;script>").doesNotContain("<script>");
  }

  @Test
  void opsSeeWhatFailedAndWhyWithoutAddressesOfPeople() throws Exception {
    post("/answer", "t=" + others.token("/answer") + "&answer=wrong", true);
    String body = search.get("/notifications").body();
    assertThat(body.substring(body.indexOf("id=\"messages\"")))
        .containsPattern(">(broken|changed|host-down)/[a-z-]+<")
        .contains("0.0 %", "The receiver cannot be reached")
        .doesNotContain("@");
  }

  private URI at(String path) {
    return search.address().resolve(path);
  }

  /** Signs somebody in at the provider, and comes back; the provider says this of them. */
  private HttpResponse<String> signIn(Browser browser, String to, Map<String, Object> claims)
      throws Exception {
    provider.says(claims);
    URI way = Browser.next(browser.get(at("/sign-in/provider?to=" + to)));
    URI back = provider.signIn(browser, way, "ann");
    return browser.get(at(back.getRawPath() + "?" + back.getRawQuery()));
  }

  private static Map<String, Object> verified(String email) {
    return Map.of("preferred_username", "Somebody", "email", email, "email_verified", true);
  }

  @Test
  void ownerWhomTheProviderVouchesForHasTheirPageAndTheLogSaysWhoTheyAre() throws Exception {
    Browser browser = new Browser();
    assertThat(Browser.next(browser.get(at("/yours")))).hasPath("/sign-in").hasQuery("to=/yours");
    HttpResponse<String> in = signIn(browser, "/yours", verified("JO@Council.example"));
    assertThat(Browser.next(in)).hasPath("/yours").hasNoQuery();
    String page = browser.get(at("/yours")).body();
    assertThat(page)
        .contains("Jo Bloggs", "Open for you", "name=\"as\" value=\"jo-bloggs\"", "signed in as")
        .contains("<a href=\"/yours\" aria-current=\"page\">Your page</a>")
        .as("what opens it stays with us")
        .doesNotContain("name=\"t\"", "/yours?t=", "answers.json?t=");
    Matcher answer = Pattern.compile("/answer\\?t=([\\w.~-]+)").matcher(page);
    assertThat(answer.find()).isTrue();
    Map<String, String> seen = Map.of("t", answer.group(1), "answer", "acknowledged");
    assertThat(browser.post(at("/answer"), seen).statusCode()).isEqualTo(303);
    int lines = log().size();
    assertThat(lastLine().of())
        .containsEntry("answer", "acknowledged")
        .containsEntry("guide", "snap")
        .containsEntry("findings", finding(answer.group(1)))
        .containsEntry("reader", "jo-bloggs")
        .extractingByKey("page")
        .asString()
        .startsWith("http");
    Map<String, String> bad = Map.of("t", "bad", "answer", "acknowledged");
    assertThat(browser.post(at("/answer"), bad).statusCode()).isEqualTo(403);
    assertThat(log()).as("anybody may subscribe and sign in").hasSize(lines);
    Map<String, String> wishes = Map.of("as", "jo-bloggs", "mail", "yes", "away", "2027-01-04");
    URI kept = Browser.next(browser.post(at("/yours/wishes"), wishes));
    assertThat(browser.get(kept).body()).contains("Your wishes are kept.", "2027-01-04");
    assertThat(browser.post(at("/yours/feed"), wishes).body()).contains("/yours/feed?t=");
    assertThat(browser.post(at("/yours/webhook"), Map.of("url", "")).body()).contains("is gone");
    assertThat(browser.get(at("/yours/answers.json?guide=snap")).statusCode()).isEqualTo(200);
    assertThat(log())
        .filteredOn(it -> it.contains("\"who\":\"Somebody\""))
        .hasSizeGreaterThan(2)
        .allMatch(it -> it.contains("\"reader\":\"jo-bloggs\"") && !it.contains("sign in"))
        .allMatch(it -> it.contains("\"way\":\"provider\",\"from\":\"\",\"sub\":\"ann\""))
        .noneMatch(it -> it.contains("2027-01-04"))
        .anyMatch(it -> it.contains("\"act\":\"answer a finding\""))
        .anyMatch(it -> it.contains("\"act\":\"change wishes\""));
    HttpResponse<String> ops = browser.get(at("/crawl"));
    assertThat(ops.statusCode()).isEqualTo(403);
    assertThat(ops.body())
        .contains("this is for whoever is operator", "Your own page is at /yours");
    int before = log().size();
    browser.post(at("/sign-out"), Map.of());
    assertThat(log()).hasSize(before);
    HttpResponse<String> after = browser.post(at("/yours/wishes"), wishes);
    assertThat(after.statusCode()).isEqualTo(403);
    assertThat(after.body()).contains("You are not signed in any more");
  }

  @Test
  void formOfAnotherPageBorrowsNoOwner() throws Exception {
    Browser browser = new Browser();
    signIn(browser, "/yours", verified("jo@council.example"));
    Map<String, String> wishes = Map.of("as", "jo-bloggs", "away", "2028-01-05");
    for (String origin : List.of("https://a.example", "http://127.0.0.1:1", "http://localhost:1")) {
      assertThat(browser.post(at("/yours/wishes"), wishes, origin).statusCode()).isEqualTo(403);
    }
    assertThat(browser.get(at("/yours")).body()).doesNotContain("2028-01-05");
  }

  @Test
  void whoeverIsNotVouchedForOrNotWrittenToIsToldWhatToDo() throws Exception {
    Map<String, Object> unverified =
        Map.of("preferred_username", "Eve", "email", "jo@council.example");
    for (Map<String, Object> claims : List.of(unverified, verified("eve@elsewhere.example"))) {
      Browser browser = new Browser();
      HttpResponse<String> answer = signIn(browser, "/yours", claims);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("ask whoever runs Signpost", "href=\"/yours/link\"");
      assertThat(Browser.next(browser.get(at("/yours")))).hasPath("/sign-in");
    }
    assertThat(log())
        .anyMatch(it -> it.contains("\"name\":\"Eve\"") && it.contains("\"after\":\"refused: "));
  }

  @Test
  void whoeverIsWrittenToForMoreThanOneReasonChooses() throws Exception {
    Browser browser = new Browser();
    signIn(browser, "/yours", verified("both@council.example"));
    assertThat(browser.get(at("/yours")).body())
        .contains("href=\"/yours?as=paths\"><bdi>Paths team", "href=\"/yours?as=roads\"");
    assertThat(browser.get(at("/yours?as=roads")).body()).contains("Roads team", "Open for you");
    assertThat(browser.get(at("/yours?as=jo-bloggs")).body())
        .contains("Paths team")
        .doesNotContain("Jo Bloggs");
    HttpResponse<String> form = browser.post(at("/yours/wishes"), Map.of("as", "jo-bloggs"));
    assertThat(form.statusCode()).isEqualTo(403);
    assertThat(form.body()).contains("Nothing was changed.");
  }

  @Test
  void accountThatIsNamedAsAnAddressHasItsPageUntilItIsRemoved() throws Exception {
    LocalAccounts accounts = search.bean(LocalAccounts.class);
    String secret =
        accounts
            .add(SHELL, "jo@council.example", Role.OWNER, Optional.of("three sesame seeds"))
            .orElseThrow()
            .totp();
    Map<String, String> form =
        Map.of(
            "name", "Jo@council.example",
            "password", "three sesame seeds",
            "code", AccountCodes.now(secret));
    Browser browser = new Browser();
    assertThat(Browser.next(browser.post(at("/sign-in"), form))).hasPath("/yours");
    assertThat(browser.get(at("/yours")).body()).contains("Jo Bloggs", "Open for you");
    assertThat(browser.post(at("/yours/feed"), Map.of("as", "jo-bloggs")).statusCode())
        .isEqualTo(200);
    assertThat(log().getLast())
        .contains("\"who\":\"jo@council.example\",\"way\":\"account\",\"from\":\"\"");
    accounts.remove(SHELL, "jo@council.example");
    assertThat(Browser.next(browser.get(at("/yours")))).hasPath("/sign-in");
  }

  @Test
  void whoeverIsForgottenHasNoPageThoughTheyAreSignedIn(@TempDir Path folder) throws Exception {
    String form = "of=guide%3Asnap&email=may@elsewhere.example";
    assertThat(post("/subscribe", form, true).statusCode()).isEqualTo(303);
    String may = "may@elsewhere.example";
    await().until(() -> others.mails(may).contains("/subscribe/confirm?t="));
    post("/subscribe/confirm", "t=" + others.tokenTo(may, "/subscribe/confirm"), true);
    Browser browser = new Browser();
    signIn(browser, "/yours", verified("may@elsewhere.example"));
    assertThat(browser.get(at("/yours")).body()).contains("may@elsewhere.example");
    others.remove("may@elsewhere.example", folder);
    HttpResponse<String> after = browser.get(at("/yours"));
    assertThat(after.statusCode()).isEqualTo(403);
    assertThat(after.body()).contains("Signpost writes to nobody at may@elsewhere.example");
    assertThat(Sessions.countAt(search.bean(Database.class), "May@elsewhere.example")).isOne();
    assertThat(Sessions.endAt(search.bean(Database.class), "May@elsewhere.example")).isOne();
    assertThat(Browser.next(browser.get(at("/yours")))).hasPath("/sign-in");
  }

  @Test
  void whoeverFollowsASearchIsToldOfWhatNewlyAnswersIt() throws Exception {
    String search = "search:nation=&q=Otters&page=3";
    assertThat(this.search.get("/search?q=Otters").body())
        .contains("/subscribe?of=search%3Aq%3DOtters", "Follow this search by email");
    assertThat(this.search.get("/subscribe?of=search%3Aq%3DOtters").body())
        .contains("at most once a day", "href=\"/search?q=Otters\"");
    String form = "email=otto@elsewhere.example&of=" + URLEncoder.encode(search, UTF_8);
    assertThat(post("/subscribe", form, true).statusCode()).isEqualTo(303);
    String otto = "otto@elsewhere.example";
    await().until(() -> others.mails(otto).contains("newly answers a search of theirs"));
    String yes = others.tokenTo(otto, "/subscribe/confirm");
    assertThat(this.search.get("/subscribe/confirm?t=" + yes).body())
        .contains("when a page newly answers the search for “Otters”. You can end that");
    HttpResponse<String> confirmed = post("/subscribe/confirm", "t=" + yes, true);
    assertThat(confirmed.body()).contains("You will be told", "/yours?t=");
    await().until(others::knowsWhatFollowedSearchesFound);

    this.search.put(
        Samples.page("https://otters.example/", "Otters", "", "All about otters and rivers."),
        Samples.ok("https://otters.example/"));
    await()
        .until(() -> {
          this.search.bean(FollowRounds.class).wake();
          others.later(Duration.ofMinutes(11));
          return others.mails(otto).contains("A page newly answers the search for “Otters”:");
        });
    assertThat(others.mails(otto)).contains("Otters – otters.example", "/search?q=Otters");

    String stop = "/unfollow?t=" + others.tokenTo(otto, "/unfollow");
    assertThat(this.search.get(stop).body()).contains("Stop following?");
    assertThat(post(stop, "List-Unsubscribe=One-Click", false).body())
        .contains("You follow it no more");
    assertThat(others.followed()).isEmpty();
  }

  @Test
  void searchThatIsNoneIsNotFollowed() throws Exception {
    String email = "&email=otto@elsewhere.example";
    assertThat(post("/subscribe", "of=search%3Anaton%3DWales" + email, true).statusCode())
        .isEqualTo(400);
    assertThat(post("/subscribe", "of=search%3Aq%3D%25zz" + email, true).statusCode())
        .isEqualTo(400);
    HttpResponse<String> broken = post("/subscribe", "of=search%3Ahealth%3Dbroken" + email, true);
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(broken.body()).contains("we write of pages that work");
    assertThat(search.get("/search?health=broken").body()).doesNotContain("by email");
  }

  @Test
  void notifierOpensPagesOfAddressesForSearchAlone() throws Exception {
    URI call = URI.create(others.settings().get("signpost.notifier.url") + "/api/own/vouched");
    String jo = "{\"email\":\"jo@council.example\",\"seconds\":600}";
    for (String token : List.of("", "Bearer something else")) {
      HttpRequest request =
          HttpRequest.newBuilder(call)
              .header("Content-Type", "application/json")
              .header("Authorization", token)
              .POST(BodyPublishers.ofString(jo))
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("from search alone", "signpost.api.token");
    }
  }
}
