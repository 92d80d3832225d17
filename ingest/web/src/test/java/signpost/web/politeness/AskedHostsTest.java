package signpost.web.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetchers;
import signpost.web.fetch.RawServer;
import signpost.web.politeness.AskedHosts.HostReply;

/** The hosts that one page asks, against a real server. */
final class AskedHostsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final InstantSource STILL = InstantSource.fixed(NOW);
  private static final HostPace FRESH = HostPace.fresh(NOW);

  private static RawServer site(String status) {
    return RawServer.running((request, out, _) -> {
      String said = request.startsWith("GET /robots.txt ") ? "404 Not Found" : status;
      String head = "HTTP/1.1 " + said + "\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.UTF_8));
    });
  }

  private static AskedHosts hosts(Function<String, HostPace> known) {
    return new AskedHosts(
        PoliteFetcher.of(Fetchers.loopback(), PaceSettings.usual(), STILL), STILL, known);
  }

  private static boolean asks(AskedHosts hosts, RawServer site) {
    return ask(hosts, site.url("/a")) instanceof HostReply.Came;
  }

  private static HostReply ask(AskedHosts hosts, String url) {
    return hosts.ask(FetchRequest.of(WebUrl.of(url)));
  }

  private static String origin(RawServer site) {
    return WebUrl.of(site.url("/")).origin();
  }

  @Test
  void nobodyPausesBetweenTheRequestsOfOnePage() {
    try (RawServer site = site("200 OK")) {
      AskedHosts hosts = hosts(_ -> FRESH);

      assertThat(asks(hosts, site)).isTrue();
      assertThat(asks(hosts, site)).isTrue();
      assertThat(hosts.asked()).isEqualTo(Map.of(origin(site), 2));
    }
  }

  @Test
  void hostThatSaysThatItIsTooMuchIsLeftAloneAsLongAsItAsksFor() {
    try (RawServer busy = site("429 Too Many Requests");
        RawServer other = site("200 OK")) {
      AskedHosts hosts = hosts(_ -> FRESH);

      assertThat(asks(hosts, busy)).isTrue();
      assertThat(ask(hosts, busy.url("/a")))
          .isEqualTo(new HostReply.LeftAlone(Duration.ofSeconds(60)));
      assertThat(asks(hosts, other)).isTrue();
      assertThat(hosts.asked()).isEqualTo(Map.of(origin(busy), 1, origin(other), 1));
    }
  }

  @Test
  void hostThatRestsOrHadToBeLeftAloneBeforeIsNotEvenAskedForItsRobotsTxt() {
    try (RawServer site = site("200 OK")) {
      Instant later = NOW.plusSeconds(1);
      var busy = new HostPace(Duration.ZERO, 1, later, 1, 0, Optional.empty());
      var silent = new HostPace(Duration.ZERO, 1, NOW, 0, 3, Optional.of(later));
      var resting = new HostPace(Duration.ZERO, 1, later, 0, 0, Optional.empty());

      assertThat(asks(hosts(_ -> busy), site)).isFalse();
      assertThat(asks(hosts(_ -> silent), site)).isFalse();
      assertThat(ask(hosts(_ -> resting), site.url("/a")))
          .isEqualTo(new HostReply.LeftAlone(Duration.ofSeconds(1)));
      assertThat(site.requests()).isEmpty();
    }
  }

  @Test
  void hostThatARedirectLeadsToIsAskedByARequestOfItsOwn() {
    try (RawServer to = site("200 OK");
        RawServer from = site("302 Found\r\nLocation: " + to.url("/b"))) {
      AskedHosts hosts = hosts(_ -> FRESH);

      assertThat(ask(hosts, from.url("/a")))
          .isEqualTo(new HostReply.LeadsOn(WebUrl.of(to.url("/b"))));
      assertThat(to.requests()).isEmpty();
      assertThat(hosts.asked()).containsOnlyKeys(origin(from));
    }
  }

  @Test
  void redirectsOnTheSameHostAreFollowed() {
    try (RawServer site =
        RawServer.running((request, out, _) -> {
          boolean first = request.startsWith("GET /a ");
          String head =
              first ? "HTTP/1.1 302 Found\r\nLocation: /b\r\n" : "HTTP/1.1 404 Not Found\r\n";
          out.write((head + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        })) {
      assertThat(ask(hosts(_ -> FRESH), site.url("/a")))
          .isInstanceOfSatisfying(
              HostReply.Came.class,
              it -> assertThat(((Answered) it.outcome()).finalUrl().path()).isEqualTo("/b"));
    }
  }
}
