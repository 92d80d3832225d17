package signpost.web.politeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RefusedByPublisher;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetchers;
import signpost.web.fetch.RawServer;

/** Who asked to be left alone is, against a real server. */
class ConsentingFetcherTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "example.org, https://example.org/",
    "example.org, http://www.example.org:8080/a?b",
    "EXAMPLE.org, https://example.org/",
    "example.org, https://www.example.org./",
    "example.org., https://example.org/",
    "https://example.org/news, https://www.example.org/news/today",
    "example.org/news, https://example.org/newsletter",
    "bücher.example, https://xn--bcher-kva.example/a"
  })
  void hostCountsWithAllBelowItAndAPathWithAllThatBeginsSo(String entry, String url) {
    assertThat(OptOutList.of(List.of("other.example", entry)).covering(WebUrl.of(url)))
        .hasValue(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, https://notexample.org/",
    "www.example.org, https://example.org/",
    "example.org/news, https://example.org/",
    "example.org/news, https://example.org/old/news"
  })
  void nobodyElseIsLeftOut(String entry, String url) {
    assertThat(OptOutList.of(List.of(entry)).covering(WebUrl.of(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/news", "a b", "me@example.org", "example.org:8443", "*.example.org"})
  void whatIsNoHostIsRefused(String entry) {
    assertThatThrownBy(() -> OptOutList.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(entry);
  }

  @Test
  void nothingIsAskedForNotEvenRobots() {
    try (RawServer site = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")) {
      PoliteFetcher fetcher = fetcher("127.0.0.1");

      var visit = fetcher.visit(FetchRequest.of(WebUrl.of(site.url("/a"))), HostPace.fresh(NOW));

      assertThat(visit.outcome())
          .isInstanceOfSatisfying(
              RefusedByPublisher.class,
              it -> assertThat(it.requested()).isEqualTo(WebUrl.of(site.url("/a"))));
      assertThat(site.requests()).isEmpty();
    }
  }

  @Test
  void redirectIntoAPartThatOptedOutIsNotFollowed() {
    try (RawServer site =
        RawServer.saying("HTTP/1.1 302 Found\r\nLocation: /news/1\r\nContent-Length: 0\r\n\r\n")) {
      var fetcher =
          new ConsentingFetcher(
              Fetchers.loopback(), OptOutList.of(List.of("127.0.0.1/news", "example.org")));

      assertThat(fetcher.fetch(FetchRequest.of(WebUrl.of(site.url("/a")))))
          .isInstanceOfSatisfying(
              RefusedByPublisher.class, it -> assertThat(it.entry()).isEqualTo("127.0.0.1/news"));
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void othersAreVisitedAsBefore() {
    try (RawServer site = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")) {
      assertThat(
              fetcher("example.org")
                  .visit(FetchRequest.of(WebUrl.of(site.url("/a"))), HostPace.fresh(NOW))
                  .outcome())
          .isInstanceOf(Answered.class);
    }
  }

  private static PoliteFetcher fetcher(String entry) {
    return PoliteFetcher.of(
        new ConsentingFetcher(Fetchers.loopback(), OptOutList.of(List.of(entry))),
        new PaceSettings(
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            3,
            Duration.ofMinutes(5)),
        InstantSource.fixed(NOW));
  }
}
