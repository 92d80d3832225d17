package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.search.RealProvider.TokenSigning;
import signpost.search.audit.AuditLog;
import signpost.search.oidc.PendingSignIn;

/** Whom a real provider vouches for, and what is believed of what comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProviderSignInTest {
  private final RealProvider provider;
  private final RunningSearch search;

  ProviderSignInTest(@TempDir Path data) throws Exception {
    provider = RealProvider.start(Files.createDirectory(data.resolve("provider")));
    search =
        RunningSearch.start(
            data.resolve("search"),
            RunningSearch.NO_BROKER,
            "",
            Map.of(
                "signpost.sign-in.provider.issuer",
                provider.issuer(),
                "signpost.sign-in.provider.client-id",
                RealProvider.CLIENT,
                "signpost.sign-in.provider.client-secret",
                RealProvider.SECRET,
                "signpost.sign-in.provider.operators",
                "web-team,bob@council.example",
                "signpost.sign-in.provider.operator-mails",
                "ann@council.example",
                "signpost.sign-in.provider.administrators",
                "/it/ops",
                "signpost.trusted-proxies",
                "127.0.0.1"));
  }

  @AfterAll
  void stop() throws Exception {
    search.close();
    provider.close();
  }

  @BeforeEach
  void annIsInAGroup() {
    provider.says(
        Map.of("groups", List.of("web-team"), "preferred_username", "ann@council.example"));
  }

  private URI at(String path) {
    return search.address().resolve(path);
  }

  /** The address that the provider sends to is ours, whatever port a test has. */
  private URI ours(URI back) {
    return at(back.getRawPath() + "?" + back.getRawQuery());
  }

  private URI begin(Browser browser) throws Exception {
    return Browser.next(browser.get(at("/sign-in/provider?to=/audit")));
  }

  private HttpResponse<String> signIn(Browser browser) throws Exception {
    URI back = provider.signIn(browser, begin(browser), "ann");
    return browser.get(ours(back));
  }

  private String log() {
    return String.join("\n", search.bean(AuditLog.class).from(1, 1_000));
  }

  @Test
  void whoeverTheProviderVouchesForIsSignedInAndGoesOn() throws Exception {
    Browser browser = new Browser();
    assertThat(browser.get(at("/sign-in")).body()).contains("Sign in with your organisation");
    HttpResponse<String> in = signIn(browser);
    assertThat(Browser.next(in)).hasPath("/audit");
    assertThat(browser.get(at("/crawl")).body()).contains("ann@council.example");
    assertThat(browser.get(at("/access")).statusCode()).isEqualTo(403);
    assertThat(log()).contains("\"way\":\"provider\"", "\"sub\":\"ann\"");
  }

  @Test
  void questionHasAProofKeyAStateAndANonceAndExactlyOurAddress() throws Exception {
    URI way = begin(new Browser());
    assertThat(way.getRawQuery())
        .contains(
            "code_challenge_method=S256",
            "code_challenge=",
            "state=",
            "nonce=",
            "response_type=code",
            "redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fsign-in%2Fback");
  }

  @Test
  void groupsMakeAdministratorsTooAndOneGroupMayBeATextAlone() throws Exception {
    provider.says(Map.of("groups", "/it/ops"));
    Browser browser = new Browser();
    signIn(browser);
    assertThat(browser.get(at("/access")).statusCode()).isEqualTo(200);
  }

  @Test
  void mailAddressCountsOnlyWhereTheProviderVerifiedIt() throws Exception {
    provider.says(Map.of("email", "Ann@council.example", "email_verified", true));
    assertThat(signIn(new Browser()).statusCode()).isEqualTo(303);
    provider.says(Map.of("email", "ann@council.example", "email_verified", false));
    assertThat(signIn(new Browser()).statusCode()).isEqualTo(403);
  }

  @Test
  void whoeverIsInNoGroupOfOursIsToldSoAndOpsReadWhy() throws Exception {
    provider.says(Map.of("groups", List.of("gardeners")));
    Browser browser = new Browser();
    HttpResponse<String> answer = signIn(browser);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You have no part here yet").doesNotContain("gardeners");
    assertThat(browser.get(at("/crawl")).statusCode()).isEqualTo(303);
    assertThat(log()).contains("none of the groups is named in the configuration: gardeners");
  }

  @Test
  void answerCountsOnceAndInTheBrowserThatAskedAlone() throws Exception {
    Browser asked = new Browser();
    URI back = ours(provider.signIn(asked, begin(asked), "ann"));
    assertThat(new Browser().get(back).statusCode()).isEqualTo(403);
    Browser other = new Browser();
    begin(other);
    assertThat(other.get(back).statusCode()).as("another question").isEqualTo(403);
    assertThat(asked.get(back).statusCode()).isEqualTo(303);
    assertThat(asked.get(back).statusCode()).as("a second time").isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "code", "iss"})
  void answerThatWasAlteredIsNotBelieved(String part) throws Exception {
    Browser browser = new Browser();
    String back = ours(provider.signIn(browser, begin(browser), "ann")).toString();
    String added = back.contains(part + "=") ? "" : "&" + part + "=https%3A%2F%2Fevil.example";
    URI altered = URI.create(back.replaceFirst(part + "=[^&]*", part + "=x") + added);
    assertThat(browser.get(altered).statusCode()).isEqualTo(403);
    assertThat(browser.get(at("/crawl")).statusCode()).isEqualTo(303);
  }

  @Test
  void groupThatIsCalledLikeAMailAddressAndAMailLikeAGroupCountForNothing() throws Exception {
    provider.says(Map.of("groups", List.of("ann@council.example")));
    assertThat(signIn(new Browser()).statusCode()).isEqualTo(403);
    provider.says(Map.of("email", "bob@council.example", "email_verified", true));
    Browser bob = new Browser();
    signIn(bob);
    assertThat(bob.get(at("/crawl")).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @EnumSource(names = "AS_IT_DOES", mode = EnumSource.Mode.EXCLUDE)
  void tokenThatTheProviderDidNotSignIsNotBelieved(TokenSigning signing) throws Exception {
    provider.signs(signing);
    try {
      assertThat(signIn(new Browser()).statusCode()).isEqualTo(403);
    } finally {
      provider.signs(TokenSigning.AS_IT_DOES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "nonce", "iat"})
  void tokenForSomebodyElseOrAnotherTimeIsNotBelieved(String claim) throws Exception {
    Instant now = Instant.now();
    Map<String, Object> wrong =
        Map.of(
            "iss",
            "http://evil.example",
            "aud",
            List.of("another client"),
            "nonce",
            "of another question",
            "iat",
            now.plusSeconds(300));
    provider.says(Map.of("groups", List.of("web-team"), claim, wrong.get(claim)));
    assertThat(signIn(new Browser()).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> signInWithTokenThatEnded(int secondsAgo) throws Exception {
    Instant end = Instant.now().minusSeconds(secondsAgo);
    provider.says(Map.of("groups", List.of("web-team"), "iat", end.minusSeconds(300), "exp", end));
    return signIn(new Browser());
  }

  @Test
  void tokenThatRanOutIsNotBelieved() throws Exception {
    assertThat(signInWithTokenThatEnded(120).statusCode()).isEqualTo(403);
  }

  @Test
  void clocksMayDifferByHalfAMinute() throws Exception {
    assertThat(signInWithTokenThatEnded(30).statusCode()).isEqualTo(303);
  }

  @Test
  void refusalAtTheProviderIsAPageAndNotAFault() throws Exception {
    Browser browser = new Browser();
    URI way = begin(browser);
    String state = way.getRawQuery().replaceFirst(".*state=([^&]+).*", "$1");
    URI back = at("/sign-in/back?error=access_denied&state=" + state + "&iss=" + provider.issuer());
    assertThat(browser.get(back).body()).contains("You are not signed in");
  }

  @Test
  @Order(1_000_000_000)
  void keysThatTheProviderChangedAreAskedForAgain() throws Exception {
    assertThat(signIn(new Browser()).statusCode()).isEqualTo(303);
    provider.changeKeys();
    Thread.sleep(1_100); // keys are asked for once a second at most, by the library's own clock
    assertThat(signIn(new Browser()).statusCode()).isEqualTo(303);
  }

  @Test
  @Order(2_000_000_000)
  void whileTheProviderIsAwayAPageSaysSoAndWhoeverIsSignedInStaysSo() throws Exception {
    Browser inside = new Browser();
    signIn(inside);
    Browser outside = new Browser();
    URI back = ours(provider.signIn(outside, begin(outside), "ann"));
    provider.stop();
    HttpResponse<String> answer = outside.get(back);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("password of ops", "at the management address");
    assertThat(inside.get(at("/crawl")).statusCode()).isEqualTo(200);
    assertThat(new RawHttp(search.opsAddress()).get("/crawl").status()).isEqualTo(200);
  }

  @Test
  void whileTheNotifierIsAwayAPageSaysSoAndNobodyIsSignedInAsAnOwner() throws Exception {
    provider.says(Map.of("email", "jo@council.example", "email_verified", true));
    Browser owner = new Browser();
    HttpResponse<String> answer = signIn(owner);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("The part of Signpost that writes to guides’ owners");
    assertThat(Browser.next(owner.get(at("/yours")))).hasPath("/sign-in");
    provider.says(
        Map.of("groups", "web-team", "email", "jo@council.example", "email_verified", true));
    Browser operator = new Browser();
    signIn(operator);
    assertThat(operator.get(at("/crawl")).body()).contains(">Your page<");
    assertThat(operator.get(at("/yours")).statusCode()).isEqualTo(503);
  }

  private List<String> refusals() {
    return search.bean(AuditLog.class).from(1, 10_000).stream()
        .filter(it -> it.contains("\"after\":\"refused: "))
        .toList();
  }

  @Test
  @Order(2_100_000_000)
  void strangersFillNoLogAndHaveTheProviderAskedInBoundsAlone() throws Exception {
    RawHttp http = new RawHttp(search.address());
    String here = "Host: 127.0.0.1";
    String cookie =
        "Cookie: signpost-pending=" + new PendingSignIn("x", "y", "z".repeat(43), "/").written();
    int before = refusals().size();
    for (int i = 0; i < 60; i++) {
      assertThat(http.ask("GET /sign-in/back?code=1&state=x", here).status()).isEqualTo(403);
    }
    assertThat(refusals()).as("nobody asked").hasSize(before);
    String forged = "GET /sign-in/back?code=1&state=x&iss=http%3A%2F%2Fevil.example";
    for (int network = 0; network < 8; network++) {
      String from = "X-Forwarded-For: 2001:db8:1:" + network + "::1";
      for (int i = 0; i < 40; i++) {
        assertThat(http.ask(forged, here, from, cookie).status()).isEqualTo(403);
      }
      assertThat(http.ask(forged, here, from, cookie).status()).isEqualTo(429);
    }
    assertThat(refusals()).hasSize(200).last().asString().contains("2001:db8:1:0:0:0:0:0/48");
  }
}
