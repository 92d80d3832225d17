package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.Notice;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;

final class StatusPolicyTest {
  private static final WebUrl URL = url("https://www.example.org/guide");
  private static final Duration TOOK = Duration.ofMillis(80);
  private static final ReadablePage PAGE = page(List.of());

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND",
    "410, GONE",
    "500, SERVER_ERROR",
    "502, SERVER_ERROR",
    "503, SERVER_ERROR",
    "504, SERVER_ERROR",
    "520, SERVER_ERROR",
    "400, CLIENT_ERROR",
    "405, CLIENT_ERROR",
    "408, CLIENT_ERROR",
    "304, CLIENT_ERROR",
    "100, CLIENT_ERROR"
  })
  void statusesThatFail(int status, FailureClass failure) {
    assertThat(seen(answer(status)))
        .isInstanceOfSatisfying(
            TargetFails.class, it -> assertThat(it.failure()).isEqualTo(failure));
  }

  @Test
  void copyThatTheSiteKeepsElsewhereIsNamed() {
    String copy = "https://webarchive.example.gov.uk/2024/" + URL.href();
    assertThat(seen(missing("<p>Kept at <a href=\"" + copy + "\">the archive</a>.</p>")).words())
        .endsWith("(404), and that a copy is kept at " + copy);
    assertThat(seen(missing("<a href='https://webarchive.example.gov.uk/'>Archive</a>")).words())
        .endsWith("(404)");
    assertThat(seen(missing("<a href='https://www.example.org/guide'>Guide</a>")).words())
        .endsWith("(404)");
  }

  private static Answered missing(String html) {
    ResponseBody body = ResponseBody.of(html.getBytes(StandardCharsets.UTF_8));
    return new Answered(URL, URL, 404, List.of(), Headers.none(), body, TOOK);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 406, 407, 451, 999})
  void statusesThatAreWallsAndNeverBroken(int status) {
    assertThat(seen(answer(status)))
        .isInstanceOfSatisfying(WalledTarget.class, it -> assertThat(it.certain()).isTrue());
  }

  @Test
  void tooManyRequestsMayPass() {
    assertThat(seen(answer(429)))
        .isInstanceOfSatisfying(WalledTarget.class, it -> assertThat(it.certain()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 403, 404, 503})
  void theMarkOfABotWallCountsMoreThanTheStatus(int status) {
    for (String mark : List.of("cf-mitigated", "x-amzn-waf-action")) {
      assertThat(seen(answer(status, Map.of(mark, List.of("challenge")), List.of())))
          .isInstanceOfSatisfying(WalledTarget.class, it -> assertThat(it.certain()).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.example.org/",
        "https://www.example.org/account/Login?back=%2Fguide",
        "https://www.example.org/wp-login.php"
      })
  void aRedirectToAPageToSignInIsAWall(String to) {
    assertThat(seen(answer(200, Map.of(), List.of(new RedirectHop(URL, 302, url(to))))))
        .isInstanceOf(WalledTarget.class);
  }

  @Test
  void aLinkToAPageToSignInWorks() {
    WebUrl login = url("https://www.example.org/login");
    Answered answer =
        new Answered(login, login, 200, List.of(), Headers.none(), ResponseBody.empty(), TOOK);
    assertThat(StatusPolicy.of(answer, Optional.of(PAGE))).isInstanceOf(TargetWorks.class);
  }

  @Test
  void aPageThatWasNotReadSaysNothingOfNotices() {
    assertThat(StatusPolicy.of(answer(200), Optional.empty()))
        .isInstanceOfSatisfying(StillThere.class, it -> assertThat(it.same()).isFalse());
    assertThat(seen(new FetchOutcome.TooLarge(URL, 1, TOOK)))
        .isInstanceOfSatisfying(StillThere.class, it -> assertThat(it.same()).isFalse());
  }

  @Test
  void notModifiedIsTheSameAgain() {
    assertThat(seen(new FetchOutcome.NotModified(URL, URL, List.of(), Headers.none(), TOOK)))
        .isInstanceOfSatisfying(StillThere.class, it -> assertThat(it.same()).isTrue());
  }

  @Test
  void theGravestNoticeCounts() {
    ReadablePage page =
        page(
            List.of(
                new Notice(Notice.NoticeKind.ARCHIVED, "This page is archived.", Optional.empty()),
                new Notice(
                    Notice.NoticeKind.WITHDRAWN,
                    "This page was withdrawn.",
                    Optional.of(url("https://www.example.org/new")))));
    assertThat(StatusPolicy.of(answer(200), Optional.of(page)))
        .isInstanceOfSatisfying(
            TargetWorks.class,
            it ->
                assertThat(it.ending())
                    .contains(
                        new Observation.PageEnded(
                            GoneKind.WITHDRAWN,
                            "This page was withdrawn.",
                            Optional.of("https://www.example.org/new"))));
  }

  @ParameterizedTest
  @CsvSource({
    "301, http://www.example.org/guide",
    "301, https://www.example.org/guide/",
    "308, https://example.org/guide",
    "302, https://www.example.org/elsewhere",
    "307, https://www.example.org/elsewhere"
  })
  void redirectsThatAreNoMove(int status, String to) {
    assertThat(StatusPolicy.movedTo(URL, List.of(new RedirectHop(URL, status, url(to))))).isEmpty();
  }

  @Test
  void aMoveEndsWhereThePermanentRedirectsEnd() {
    WebUrl second = url("https://www.example.org/new");
    List<RedirectHop> hops =
        List.of(
            new RedirectHop(URL, 301, second),
            new RedirectHop(second, 302, url("https://www.example.org/t")));
    assertThat(StatusPolicy.movedTo(URL, hops)).contains("https://www.example.org/new");
    assertThat(StatusPolicy.movedTo(URL, hops.reversed())).isEmpty();
  }

  @Test
  void aMoveIsAlsoSeenWhereNothingWasModified() {
    WebUrl to = url("https://www.example.org/new");
    FetchOutcome outcome =
        new FetchOutcome.NotModified(
            URL, to, List.of(new RedirectHop(URL, 301, to)), Headers.none(), TOOK);
    assertThat(seen(outcome))
        .isInstanceOfSatisfying(
            StillThere.class, it -> assertThat(it.movedTo()).contains(to.href()));
  }

  @Test
  void everyFailureToConnectHasItsClass() {
    assertThat(
            List.of(
                failure(
                    new FetchOutcome.DnsFailure(
                        URL, FetchOutcome.DnsFailure.DnsFailureKind.UNKNOWN_HOST, "", TOOK)),
                failure(
                    new FetchOutcome.DnsFailure(
                        URL, FetchOutcome.DnsFailure.DnsFailureKind.TROUBLE, "", TOOK)),
                connect(FetchOutcome.ConnectFailure.ConnectFailureKind.REFUSED),
                connect(FetchOutcome.ConnectFailure.ConnectFailureKind.TIMED_OUT),
                connect(FetchOutcome.ConnectFailure.ConnectFailureKind.UNREACHABLE),
                tls(FetchOutcome.TlsFailure.TlsFailureKind.EXPIRED),
                tls(FetchOutcome.TlsFailure.TlsFailureKind.WRONG_HOST),
                tls(FetchOutcome.TlsFailure.TlsFailureKind.UNTRUSTED),
                tls(FetchOutcome.TlsFailure.TlsFailureKind.HANDSHAKE),
                failure(new FetchOutcome.TimedOut(URL, "", TOOK)),
                failure(new FetchOutcome.ConnectionLost(URL, "", TOOK)),
                failure(new FetchOutcome.TooManyRedirects(URL, List.of(), true, TOOK)),
                failure(new FetchOutcome.InvalidUrl(URL, "http://:", "", TOOK))))
        .containsExactly(
            FailureClass.UNKNOWN_HOST,
            FailureClass.DNS_TROUBLE,
            FailureClass.REFUSED,
            FailureClass.TIMED_OUT,
            FailureClass.UNREACHABLE,
            FailureClass.TLS_EXPIRED,
            FailureClass.TLS_WRONG_HOST,
            FailureClass.TLS_UNTRUSTED,
            FailureClass.TLS_HANDSHAKE,
            FailureClass.TIMED_OUT,
            FailureClass.CONNECTION_LOST,
            FailureClass.TOO_MANY_REDIRECTS,
            FailureClass.INVALID_URL);
  }

  @Test
  void whatFailsAfterARedirectToAnotherHostFailsThere() {
    WebUrl there = url("https://dead.example/x");
    assertThat(seen(new FetchOutcome.TimedOut(URL, there, "", TOOK)))
        .isEqualTo(
            new Observation.TargetFails(
                "No answer came in time, at dead.example", FailureClass.TIMED_OUT, true));
    FetchOutcome error =
        new Answered(URL, there, 500, List.of(), Headers.none(), ResponseBody.empty(), TOOK);
    assertThat(seen(error))
        .isInstanceOfSatisfying(
            Observation.TargetFails.class, it -> assertThat(it.elsewhere()).isTrue());
  }

  @Test
  void neitherTheSchemeNorWwwMakesAnotherHostOfIt() {
    for (String same : List.of("http://www.example.org/x", "https://example.org/x")) {
      assertThat(new FetchOutcome.TimedOut(URL, url(same), "", TOOK).elsewhere()).isFalse();
    }
    for (String other : List.of("https://www.example.org:8443/x", "https://org.example.org/x")) {
      assertThat(new FetchOutcome.TimedOut(URL, url(other), "", TOOK).elsewhere()).isTrue();
    }
  }

  @Test
  void anIncompleteChainIsNoFailureForBrowsersMendIt() {
    FetchOutcome outcome =
        new FetchOutcome.TlsFailure(
            URL, FetchOutcome.TlsFailure.TlsFailureKind.INCOMPLETE_CHAIN, "", TOOK);
    assertThat(seen(outcome)).isInstanceOf(InsecureTarget.class);
  }

  @Test
  void whatWeDidNotAskForIsNotChecked() {
    assertThat(seen(new FetchOutcome.RefusedByRobots(URL, "Disallow: /", TOOK)))
        .isInstanceOf(NotAsked.class);
    assertThat(seen(new FetchOutcome.RefusedByGuard(URL, "private address", TOOK)))
        .isInstanceOf(NotAsked.class);
  }

  private static FailureClass connect(FetchOutcome.ConnectFailure.ConnectFailureKind kind) {
    return failure(new FetchOutcome.ConnectFailure(URL, kind, "", TOOK));
  }

  private static FailureClass tls(FetchOutcome.TlsFailure.TlsFailureKind kind) {
    return failure(new FetchOutcome.TlsFailure(URL, kind, "", TOOK));
  }

  private static FailureClass failure(FetchOutcome outcome) {
    return ((TargetFails) seen(outcome)).failure();
  }

  private static Observation seen(FetchOutcome outcome) {
    return StatusPolicy.of(outcome, Optional.empty());
  }

  private static Answered answer(int status) {
    return answer(status, Map.of(), List.of());
  }

  private static Answered answer(
      int status, Map<String, List<String>> headers, List<RedirectHop> hops) {
    WebUrl end = hops.isEmpty() ? URL : hops.getLast().to();
    return new Answered(URL, end, status, hops, new Headers(headers), ResponseBody.empty(), TOOK);
  }

  private static ReadablePage page(List<Notice> notices) {
    return WrittenPage.saying().noticing(notices).page();
  }

  private static WebUrl url(String text) {
    return WebUrl.parse(text).orElseThrow();
  }
}
