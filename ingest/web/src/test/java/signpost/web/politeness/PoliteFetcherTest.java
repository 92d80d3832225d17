package signpost.web.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import signpost.kit.ClosedPort;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectFailure;
import signpost.web.fetch.FetchOutcome.RefusedByRobots;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;
import signpost.web.fetch.Fetchers;
import signpost.web.fetch.RawServer;
import signpost.web.politeness.PoliteFetcher.PoliteVisit;

/** Robots, fetcher and pace together, against a real server. */
final class PoliteFetcherTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final InstantSource STILL = InstantSource.fixed(NOW);

  private static RawServer site(int robotsStatus, String robots) {
    return RawServer.running((request, out, _) -> {
      boolean asksRobots = request.startsWith("GET /robots.txt ");
      String body = asksRobots ? robots : "page";
      int status = asksRobots ? robotsStatus : 200;
      String head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n";
      out.write((head + body).getBytes(StandardCharsets.UTF_8));
    });
  }

  private static PoliteVisit visit(String url) {
    Fetcher fetcher = Fetchers.loopback();
    var settings =
        new PaceSettings(
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            3,
            Duration.ofMinutes(5));
    return new PoliteFetcher(
            new RobotsCache(fetcher, new RobotsInMemory(), STILL),
            fetcher,
            new HostPacer(settings),
            STILL)
        .visit(FetchRequest.of(WebUrl.of(url)), HostPace.fresh(NOW));
  }

  @Test
  void anAllowedPageIsFetchedAfterRobots() {
    try (RawServer site = site(200, "User-agent: *\nDisallow: /x\nCrawl-delay: 7\n")) {
      PoliteVisit visited = visit(site.url("/a"));
      assertThat(visited.outcome()).isInstanceOf(Answered.class);
      assertThat(visited.pace().nextAllowedAt()).isEqualTo(NOW.plusSeconds(7));
      assertThat(site.requests())
          .extracting(request -> request.split(" ", 3)[1])
          .containsExactly("/robots.txt", "/a");
    }
  }

  @Test
  void aDisallowedPageIsNotRequested() {
    try (RawServer site = site(200, "User-agent: signpost\nDisallow: /x\n")) {
      FetchOutcome outcome = visit(site.url("/x/y")).outcome();
      assertThat(((RefusedByRobots) outcome).rule()).isEqualTo("Disallow: /x");
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void rulesThatCannotBeDecodedAreNotTakenForNone() {
    String answer = "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx";
    try (RawServer site = RawServer.saying(answer)) {
      assertThat(visit(site.url("/a")).outcome()).isInstanceOf(FetchOutcome.ConnectionLost.class);
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void aFailingRobotsIsTheOutcomeOfThePage() {
    try (RawServer site = site(503, "down")) {
      PoliteVisit visited = visit(site.url("/a"));
      assertThat(visited.outcome())
          .isInstanceOfSatisfying(
              Answered.class,
              answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.requested().href()).isEqualTo(site.url("/a"));
              });
      assertThat(site.requests()).hasSize(1);
      assertThat(visited.pace().throttled()).isEqualTo(1);
    }
  }

  @Test
  void aHostThatIsDownIsReportedAndSlowedDown() {
    try (ClosedPort site = new ClosedPort()) {
      PoliteVisit visited = visit(site.url("/a"));
      assertThat(visited.outcome()).isInstanceOf(ConnectFailure.class);
      assertThat(visited.pace().failures()).isEqualTo(1);
    }
  }

  private static RawServer redirectingTo(String location) {
    return RawServer.running((request, out, _) -> {
      String head =
          request.startsWith("GET /robots.txt ")
              ? "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n"
              : "HTTP/1.1 302 X\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.UTF_8));
    });
  }

  @Test
  void theHostARedirectLeadsToIsAskedForItsRulesToo() {
    try (RawServer target = site(200, "User-agent: *\nDisallow: /x\n");
        RawServer site = redirectingTo(target.url("/x/y"))) {
      PoliteVisit visited = visit(site.url("/a"));
      assertThat(visited.outcome())
          .isInstanceOfSatisfying(
              RefusedByRobots.class,
              refused -> {
                assertThat(refused.requested().href()).isEqualTo(site.url("/a"));
                assertThat(refused.rule()).isEqualTo("Disallow: /x");
              });
      assertThat(target.requests()).singleElement().asString().startsWith("GET /robots.txt ");
      assertThat(visited.pace().nextAllowedAt()).isEqualTo(NOW.plusSeconds(1));
    }
    try (RawServer target = site(200, "User-agent: *\nDisallow: /x\n");
        RawServer site = redirectingTo(target.url("/open"))) {
      assertThat(visit(site.url("/a")).outcome()).isInstanceOf(Answered.class);
    }
  }

  @Test
  void aRedirectToAHostWhoseRulesCannotBeReadEndsThere() {
    try (RawServer target = site(500, "");
        RawServer site = redirectingTo(target.url("/x"))) {
      assertThat(visit(site.url("/a")).outcome())
          .isInstanceOfSatisfying(
              Answered.class, answer -> assertThat(answer.status()).isEqualTo(500));
      assertThat(target.requests()).hasSize(1);
    }
  }

  @Test
  void aRedirectIntoAPrivateNetworkIsNotAskedForItsRulesAndCostsAPause() {
    try (RawServer site = redirectingTo("http://169.254.169.254/latest/")) {
      PoliteVisit visited = visit(site.url("/a"));
      assertThat(visited.outcome()).isInstanceOf(FetchOutcome.RefusedByGuard.class);
      assertThat(visited.pace().nextAllowedAt()).isEqualTo(NOW.plusSeconds(1));
    }
  }
}
