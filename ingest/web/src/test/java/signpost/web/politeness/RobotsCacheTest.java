package signpost.web.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.politeness.RobotsVerdict.Allowed;
import signpost.web.politeness.RobotsVerdict.Disallowed;
import signpost.web.politeness.RobotsVerdict.Unreachable;

final class RobotsCacheTest {
  private static final WebUrl ROBOTS = WebUrl.of("https://a.example/robots.txt");
  private static final Duration TOOK = Duration.ofMillis(1);

  private final RobotsInMemory store = new RobotsInMemory();
  private final List<String> asked = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T00:00:00Z");
  private FetchOutcome next = answer(200, "");
  private RobotsCache robots = robots();

  private RobotsCache robots() {
    return new RobotsCache(
        request -> {
          asked.add(request.url().href());
          return next;
        },
        store,
        () -> now);
  }

  private static Answered answer(int status, String text, RedirectHop... hops) {
    ResponseBody body = ResponseBody.of(text.getBytes(StandardCharsets.UTF_8));
    return new Answered(ROBOTS, ROBOTS, status, List.of(hops), new Headers(Map.of()), body, TOOK);
  }

  private static FetchOutcome down() {
    return new FetchOutcome.ConnectFailure(
        ROBOTS, FetchOutcome.ConnectFailure.ConnectFailureKind.REFUSED, "refused", TOOK);
  }

  private RobotsVerdict check(String path) {
    return robots.check(WebUrl.of("https://a.example" + path));
  }

  private boolean allows(String rules, String path) {
    next = answer(200, rules);
    robots = robots();
    now = now.plus(Duration.ofHours(25));
    return check(path) instanceof Allowed;
  }

  @Test
  void longestMatchDecidesAndAllowWins() {
    String rules = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nAllow: /c\n";
    assertThat(allows(rules, "/a/c")).isFalse();
    assertThat(allows(rules, "/a/b/c")).isTrue();
    assertThat(allows(rules, "/c")).isTrue();
    assertThat(allows(rules, "/")).isTrue();
  }

  @Test
  void ourOwnGroupReplacesTheOneForAll() {
    String rules = "User-agent: *\nDisallow: /\n\nUser-agent: SignPost\nDisallow: /private\n";
    assertThat(allows(rules, "/open")).isTrue();
    assertThat(allows(rules, "/private/x")).isFalse();
  }

  @Test
  void wildcardsAndEndsAreUnderstood() {
    String rules = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?q=\nDisallow: /café\n";
    assertThat(allows(rules, "/x/y.pdf")).isFalse();
    assertThat(allows(rules, "/x/y.pdf?z")).isTrue();
    assertThat(allows(rules, "/s?q=1")).isFalse();
    assertThat(allows(rules, "/caf%C3%A9")).isFalse();
  }

  @Test
  void aRefusalNamesItsRule() {
    next = answer(200, "User-agent: *\nDisallow: /a\nDisallow: /a/b\n");
    assertThat(check("/a/b/c")).isEqualTo(new Disallowed("Disallow: /a/b"));
  }

  @Test
  void aLongCrawlDelaySlowsButDoesNotForbid() {
    next = answer(200, "User-agent: *\nCrawl-delay: 86400\n");
    assertThat(check("/"))
        .isInstanceOfSatisfying(
            Allowed.class,
            allowed -> assertThat(allowed.crawlDelay()).hasValue(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 429, 451, 302})
  void anAnswerWithoutRulesAllowsEverything(int status) {
    next = answer(status, "User-agent: *\nDisallow: /\n");
    assertThat(check("/x")).isInstanceOf(Allowed.class);
    assertThat(store.load("https://a.example"))
        .hasValueSatisfying(s -> assertThat(s.text()).isEmpty());
  }

  @Test
  void aHostThatIsAskedTooOftenKeepsItsRules() {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    next = answer(429, "");
    now = now.plus(Duration.ofDays(29));
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    robots = robots();
    assertThat(check("/x")).as("after a restart").isInstanceOf(Disallowed.class);
    next = answer(200, "");
    now = now.plus(Duration.ofHours(1));
    assertThat(check("/x")).isInstanceOf(Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aHostThatTurnsUsAwayKeepsItsRulesForADay(int status) {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    next = answer(status, "");
    now = now.plus(Duration.ofDays(7));
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    now = now.plus(Duration.ofHours(23));
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    now = now.plus(Duration.ofHours(1));
    assertThat(check("/x")).isInstanceOf(Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void theDayForWhichRulesAreKeptIsCountedOverARestart(int status) {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    next = answer(status, "");
    now = now.plus(Duration.ofDays(7));
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    for (int hour = 1; hour < 24; hour++) {
      robots = robots();
      now = now.plus(Duration.ofHours(1));
      assertThat(check("/x")).isInstanceOf(Disallowed.class);
    }
    robots = robots();
    now = now.plus(Duration.ofHours(1));
    assertThat(check("/x")).isInstanceOf(Allowed.class);
  }

  static List<FetchOutcome> notTurningUsAway() {
    return List.of(answer(429, ""), answer(503, ""), down());
  }

  @ParameterizedTest
  @MethodSource("notTurningUsAway")
  void theDayForWhichRulesAreKeptBeginsAnewAfterAnotherOutcome(FetchOutcome other) {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    now = now.plus(Duration.ofDays(1));
    for (FetchOutcome outcome : List.of(answer(403, ""), other, answer(403, ""))) {
      next = outcome;
      now = now.plus(Duration.ofHours(23));
      assertThat(check("/x")).isInstanceOf(Disallowed.class);
    }
    now = now.plus(Duration.ofHours(23));
    robots = robots();
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    now = now.plus(Duration.ofHours(1));
    assertThat(check("/x")).isInstanceOf(Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429})
  void aHostThatNeverHadAFileIsAskedOnceADayWhatever4xxItAnswers(int status) {
    next = answer(404, "");
    check("/x");
    next = answer(status, "");
    for (int hour = 0; hour < 72; hour++) {
      now = now.plus(Duration.ofHours(1));
      assertThat(check("/x")).isInstanceOf(Allowed.class);
    }
    assertThat(asked).hasSize(4);
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    now = now.plus(Duration.ofHours(24));
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
  }

  @Test
  void aHostThatTakesItsFileAwayHasNoRules() {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    next = answer(404, "");
    now = now.plus(Duration.ofHours(24));
    assertThat(check("/x")).isInstanceOf(Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void aFileWithAMarkIsReadInItsCharset(String charset) {
    for (String mark : List.of("\uFEFF", "")) {
      String text = mark + "User-agent: *\r\nDisallow: /caf\u00e9\r\n";
      ResponseBody body = ResponseBody.of(text.getBytes(Charset.forName(charset)));
      next = new Answered(ROBOTS, ROBOTS, 200, List.of(), new Headers(Map.of()), body, TOOK);
      robots = robots();
      now = now.plus(Duration.ofHours(25));
      assertThat(check("/caf%C3%A9/x")).isInstanceOf(Disallowed.class);
      assertThat(store.load("https://a.example"))
          .hasValueSatisfying(s -> assertThat(s.text()).doesNotContain("\0"));
    }
  }

  @Test
  void moreThanFiveRedirectsCountAsNone() {
    var hop = new RedirectHop(ROBOTS, 301, ROBOTS);
    next = answer(200, "User-agent: *\nDisallow: /\n", hop, hop, hop, hop, hop);
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    next = answer(200, "User-agent: *\nDisallow: /\n", hop, hop, hop, hop, hop, hop);
    now = now.plus(Duration.ofHours(25));
    assertThat(check("/x")).isInstanceOf(Allowed.class);
  }

  @Test
  void anUnreachableHostGivesItsFailure() {
    next = down();
    assertThat(check("/x")).isEqualTo(new Unreachable(next));
    next = answer(503, "");
    assertThat(check("/x")).isEqualTo(new Unreachable(next));
    next = answer(200, "");
    assertThat(check("/x")).isInstanceOf(Allowed.class);
  }

  @Test
  void aCopyIsUsedForADay() {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    next = answer(200, "");
    now = now.plus(Duration.ofHours(23));
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    now = now.plus(Duration.ofHours(1));
    assertThat(check("/x")).isInstanceOf(Allowed.class);
    assertThat(asked).containsExactly(ROBOTS.href(), ROBOTS.href());
  }

  @Test
  void theLastGoodCopyServesForThirtyDays() {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    next = down();
    now = now.plus(Duration.ofDays(29));
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    assertThat(check("/y")).isInstanceOf(Allowed.class);
    assertThat(asked).as("a failure is not repeated at once").hasSize(2);
    now = now.plus(Duration.ofDays(1));
    assertThat(check("/x")).isInstanceOf(Unreachable.class);
  }

  @Test
  void theCopyOutlivesTheProcess() {
    next = answer(200, "User-agent: *\nDisallow: /x\n");
    check("/x");
    robots = robots();
    assertThat(check("/x")).isInstanceOf(Disallowed.class);
    assertThat(asked).hasSize(1);
  }

  @Test
  void whoeverWantsTheSameFileAtOnceSharesOneRequest() throws Exception {
    var answered = new CountDownLatch(1);
    var requests = new AtomicInteger();
    var slow =
        new RobotsCache(
            _ -> {
              requests.incrementAndGet();
              try {
                answered.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return down();
            },
            store,
            () -> now);
    List<Thread> waiting = new ArrayList<>();
    var verdicts = new ConcurrentLinkedQueue<RobotsVerdict>();
    for (int i = 0; i < 20; i++) {
      waiting.add(
          Thread.ofVirtual()
              .start(() -> verdicts.add(slow.check(WebUrl.of("https://a.example/x")))));
    }
    for (Thread thread : waiting) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    answered.countDown();
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(requests).hasValue(1);
    assertThat(verdicts).hasSize(20).allMatch(Unreachable.class::isInstance);
  }

  @Test
  void originsAreAskedApart() {
    check("/");
    robots.check(WebUrl.of("http://a.example/"));
    robots.check(WebUrl.of("https://a.example:8443/"));
    assertThat(asked)
        .containsExactly(
            ROBOTS.href(), "http://a.example/robots.txt", "https://a.example:8443/robots.txt");
  }

  @Test
  void whateverStandsInARobotsTxtIsReadWithoutAnError() {
    var random = new Random(9309);
    String[] shards = {
      "User-agent: *\n",
      "user-agent:signpost\n",
      "Disallow: /",
      "Allow: ",
      "Disallow: %zz",
      "*",
      "$",
      "%",
      "\0",
      "é",
      "\uFFFD",
      "\r",
      "\n",
      "Crawl-delay: ",
      "1e9",
      "-1",
      "99999999999999999999",
      "Sitemap: http://[::",
      "<html>",
      "#",
      ":",
      "http://x y/"
    };
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder("User-agent: *\n");
      for (int n = random.nextInt(20); n >= 0; n--) {
        text.append(shards[random.nextInt(shards.length)]);
      }
      var rules = RobotsText.of(text.toString());
      for (String path : List.of("/", "/%zz?x=%", "/|^[]{}", "//x//y", "/é?ü")) {
        assertThat(rules.verdict(WebUrl.of("https://a.example" + path))).isNotNull();
      }
    }
  }
}
