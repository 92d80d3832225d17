package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import signpost.url.IpRange;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.DnsFailure.DnsFailureKind;
import signpost.web.fetch.FetchOutcome.RefusedByGuard;

/** What a user may ask of a named host, and what the scripts of its pages may. */
class SiteFetcherTest {
  private static final String CLOSING =
      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nHi";

  private final AtomicInteger lookUps = new AtomicInteger();

  @Test
  void pageMayAskItsHostWhereTheUserHasReachedItAndNowhereElse() {
    try (RawServer server = RawServer.saying(CLOSING);
        var fetcher = fetcher(server)) {
      FetchRequest page = FetchRequest.of(WebUrl.of("http://moving.test:" + server.port() + "/"));
      assertThat(fetcher.fetch(page)).isInstanceOf(Answered.class);

      assertThat(fetcher.forPages().fetch(page)).isInstanceOf(Answered.class);
      assertThat(lookUps).as("the name leads elsewhere by now").hasValue(1);
    }
  }

  @Test
  void hostThatTheUserHasNotReachedIsGuardedAsUsual() {
    try (RawServer server = RawServer.saying(CLOSING);
        var fetcher = fetcher(server)) {
      WebUrl named = WebUrl.of("http://moving.test:" + server.port() + "/");

      assertThat(fetcher.forPages().fetch(FetchRequest.of(named)))
          .isInstanceOf(RefusedByGuard.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void strangerOnThisMachineIsAskedByNobody() {
    try (RawServer server = RawServer.saying(CLOSING);
        var fetcher = fetcher(server)) {
      WebUrl other = WebUrl.of("http://127.0.0.1:" + server.port() + "/");

      assertThat(fetcher.fetch(FetchRequest.of(other))).isInstanceOf(RefusedByGuard.class);
      assertThat(fetcher.forPages().fetch(FetchRequest.of(other)))
          .isInstanceOf(RefusedByGuard.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void hostIsPublicByWhereItsNameLeadsAndWhoeverIsNamed() {
    NameLookup names =
        (host, _) -> {
          if (host.equals("dead.example.org")) {
            throw VisitEnded.dns(DnsFailureKind.UNKNOWN_HOST, "no such name");
          }
          return host.equals("split.example.org")
              ? List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.1.2.3"))
              : List.of(InetAddress.ofLiteral("8.8.8.8"));
        };
    var named =
        new SiteFetcher.NamedSite(
            Set.of("10.1.2.3:80"),
            Map.of(),
            List.of(IpRange.of("10.0.0.0/8")),
            List.of(
                "given.example.org=127.0.0.1",
                "port.example.org=8.8.8.8:81",
                "before.example.org=8.8.8.8"));
    try (var fetcher = new SiteFetcher(named, Duration.ofMinutes(2), "", Optional.empty(), names)) {
      assertThat(fetcher.isPublic(WebUrl.of("https://public.example.org/"))).isTrue();
      for (String no :
          List.of(
              "https://split.example.org/",
              "https://dead.example.org/",
              "https://before.example.org/",
              "http://10.1.2.3/",
              "http://given.example.org/",
              "http://port.example.org/",
              "http://public.example.org:8080/")) {
        assertThat(fetcher.isPublic(WebUrl.of(no))).as(no).isFalse();
      }
    }
  }

  /** A name that leads to this machine at first, and into its network then. */
  private SiteFetcher fetcher(RawServer server) {
    NameLookup moving =
        (_, _) ->
            List.of(
                InetAddress.ofLiteral(
                    lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "192.168.1.1"));
    var named =
        new SiteFetcher.NamedSite(
            Set.of("moving.test:" + server.port()), Map.of(), List.of(), List.of());
    return new SiteFetcher(named, Duration.ofMinutes(2), "", Optional.empty(), moving);
  }
}
