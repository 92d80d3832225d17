package signpost.web.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectFailure;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

final class HostPacerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final WebUrl URL = WebUrl.of("https://a.example/");
  private static final HostPace FRESH = HostPace.fresh(NOW);

  private final HostPacer pacer = pacer(Duration.ofSeconds(1));

  private static HostPacer pacer(Duration hostDelay) {
    return new HostPacer(
        new PaceSettings(
            hostDelay,
            Duration.ofHours(1),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            3,
            Duration.ofMinutes(5)));
  }

  private static Answered answer(int status, long millis, Map<String, List<String>> headers) {
    return new Answered(
        URL,
        URL,
        status,
        List.of(),
        new Headers(headers),
        ResponseBody.empty(),
        Duration.ofMillis(millis));
  }

  private static Answered answer(int status, long millis) {
    return answer(status, millis, Map.of());
  }

  private static FetchOutcome refused() {
    return new ConnectFailure(
        URL, ConnectFailure.ConnectFailureKind.REFUSED, "", Duration.ofMillis(1));
  }

  private HostPace after(HostPace before, FetchOutcome outcome) {
    return pacer.after(before, "a.example", outcome, Optional.empty(), NOW);
  }

  @Test
  void hostRestsForRequestsThatNobodyWaitedBetween() {
    HostPace paced = after(FRESH, answer(200, 10));

    assertThat(paced.resting(5, NOW).nextAllowedAt())
        .isEqualTo(paced.nextAllowedAt().plus(paced.delay().multipliedBy(5)));
    assertThat(paced.resting(1_000_000, NOW).nextAllowedAt())
        .isEqualTo(paced.nextAllowedAt().plus(Duration.ofHours(1)));
  }

  @Test
  void aHostIsLeftAloneForASecondAtLeast() {
    HostPace pace = after(FRESH, answer(200, 5));
    assertThat(pace.delay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.nextAllowedAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(pace.readyAt(NOW)).isFalse();
    assertThat(pace.readyAt(NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void theDelayMayBeNothing() {
    HostPacer eager = pacer(Duration.ZERO);
    HostPace pace = eager.after(FRESH, "a", answer(200, 0), Optional.empty(), NOW);
    assertThat(pace.nextAllowedAt()).isEqualTo(NOW);
  }

  @Test
  void aCrawlDelayIsObeyedUpToAnHour() {
    assertThat(
            pacer
                .after(FRESH, "a", answer(200, 5), Optional.of(Duration.ofSeconds(40)), NOW)
                .delay())
        .isEqualTo(Duration.ofSeconds(40));
    assertThat(
            pacer.after(FRESH, "a", answer(200, 5), Optional.of(Duration.ofDays(1)), NOW).delay())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aSlowHostIsAskedLessOften() {
    HostPace pace = FRESH;
    for (int i = 0; i < 5; i++) {
      pace = after(pace, answer(200, 9_000));
    }
    assertThat(pace.delay()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
  }

  @Test
  void whoRedirectsToADeadHostHasAnsweredAndItsBreakerStaysShut() {
    WebUrl there = WebUrl.of("https://dead.example/");
    FetchOutcome elsewhere =
        new ConnectFailure(
            URL, there, ConnectFailure.ConnectFailureKind.REFUSED, "", Duration.ofMillis(1));
    HostPace pace = FRESH;
    for (int i = 0; i < 5; i++) {
      pace = after(pace, elsewhere);
    }
    assertThat(pace.failures()).isZero();
    assertThat(pace.breakerOpenUntil()).isEmpty();
  }

  @Test
  void onlyGoodAnswersMakeUsFaster() {
    HostPace slow = new HostPace(Duration.ofSeconds(8), 1, NOW, 0, 0, Optional.empty());
    for (int status : List.of(204, 301, 404, 500)) {
      assertThat(after(slow, answer(status, 1)).delay()).isEqualTo(Duration.ofSeconds(8));
    }
    var same = new FetchOutcome.NotModified(URL, URL, List.of(), Headers.none(), Duration.ZERO);
    assertThat(after(slow, same).delay()).isEqualTo(Duration.ofSeconds(8));
    assertThat(after(slow, answer(404, 30_000)).delay()).isGreaterThan(Duration.ofSeconds(8));
    assertThat(after(slow, answer(200, 1)).delay()).isLessThan(Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @CsvSource({"429", "503"})
  void throttlingDoublesThePauseAndHalvesConcurrency(int status) {
    HostPace once = after(FRESH, answer(status, 5));
    HostPace twice = after(once, answer(status, 5));
    HostPace thrice = after(twice, answer(status, 5));
    assertThat(Duration.between(NOW, once.nextAllowedAt())).isBetween(seconds(10), seconds(13));
    assertThat(Duration.between(NOW, twice.nextAllowedAt())).isBetween(seconds(20), seconds(25));
    assertThat(Duration.between(NOW, thrice.nextAllowedAt())).isBetween(seconds(40), seconds(50));
    assertThat(thrice.concurrency()).isEqualTo(0.25);
    assertThat(after(FRESH, answer(status, 5))).as("deterministic").isEqualTo(once);
    assertThat(after(thrice, answer(200, 5)).throttled()).isZero();
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | 120
          99999999                      | 3600
          99999999999999999999999       | 3600
          Mon, 23 Nov 2026 00:05:00 GMT | 300
          Mon, 23 Nov 2020 00:05:00 GMT | 0
          soon                          | 0
          -5                            | 0
          """)
  void retryAfterIsHonouredUpToAnHour(String value, long expected) {
    HostPace pace = after(FRESH, answer(429, 5, Map.of("Retry-After", List.of(value))));
    long waited = Duration.between(NOW, pace.nextAllowedAt()).toSeconds();
    assertThat(waited).isBetween(Math.max(expected, 10), Math.max(expected, 13));
  }

  @Test
  void theBreakerOpensAfterThreeFailuresAndStaysOpenLonger() {
    HostPace pace = after(after(FRESH, refused()), refused());
    assertThat(pace.breakerOpenAt(NOW)).isFalse();
    HostPace open = after(pace, refused());
    assertThat(open.breakerOpenAt(NOW.plusSeconds(299))).isTrue();
    assertThat(open.breakerOpenAt(NOW.plusSeconds(400))).isFalse();
    assertThat(open.readyAt(NOW.plusSeconds(299))).isFalse();
    HostPace longer = after(open, refused());
    assertThat(longer.nextAllowedAt()).isAfter(open.nextAllowedAt());
    HostPace closed = after(longer, answer(404, 5));
    assertThat(closed.failures()).isZero();
    assertThat(closed.breakerOpenUntil()).isEmpty();
  }

  @Test
  void aBreakerOfNoLengthNeverOpens() {
    var settings =
        new PaceSettings(
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofHours(1),
            1,
            Duration.ZERO);
    HostPace pace = FRESH;
    for (int i = 0; i < 100; i++) {
      pace = new HostPacer(settings).after(pace, "a", refused(), Optional.empty(), NOW);
    }
    assertThat(pace.nextAllowedAt()).isEqualTo(NOW);
    assertThat(pace.breakerOpenUntil()).isEmpty();
    pace = new HostPacer(settings).after(FRESH, "a", answer(503, 0), Optional.empty(), NOW);
    assertThat(pace.nextAllowedAt()).isEqualTo(NOW);
  }

  @Test
  void whatWasNotAskedChangesNothing() {
    var refusal = new FetchOutcome.RefusedByRobots(URL, "Disallow: /", Duration.ZERO);
    assertThat(after(FRESH, refusal)).isEqualTo(FRESH);
  }
}
