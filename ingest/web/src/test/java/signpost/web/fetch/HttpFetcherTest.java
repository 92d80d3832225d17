package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.NotModified;
import signpost.web.fetch.FetchRequest.CacheValidators;

/** What happens when all goes well. */
final class HttpFetcherTest {
  private static final String HELLO =
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"1\"\r\n\r\nhello";

  private static Answered answered(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return (Answered) outcome;
  }

  @Test
  void anAnswerBringsStatusHeadersAndBody() {
    try (RawServer server = RawServer.saying(HELLO)) {
      Answered answer = answered(Fetchers.fetch(server.url("/a?b=c#d")));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().first("ETag")).hasValue("\"1\"");
      assertThat(answer.body().bytes()).asString().isEqualTo("hello");
      assertThat(answer.body().truncated()).isFalse();
      assertThat(answer.hops()).isEmpty();
      assertThat(answer.finalUrl().href()).isEqualTo(server.url("/a?b=c#d"));
      assertThat(answer.took()).isPositive();
    }
  }

  @Test
  void theRequestSaysWhoWeAreAndWhatWeRead() {
    try (RawServer server = RawServer.saying(HELLO)) {
      Fetchers.fetch(server.url("/a//b/|[x]?q='%zz#frag"));
      assertThat(server.requests().getFirst())
          .startsWith("GET /a//b/|[x]?q=%27%zz HTTP/1.1\r\n")
          .contains("Host: 127.0.0.1:" + server.port() + "\r\n")
          .contains("User-Agent: Signpost/0.1 (+x@example.org)\r\n")
          .contains("Accept-Language: en-GB")
          .contains("Accept-Encoding: gzip, deflate\r\n")
          .contains("Connection: close\r\n")
          .doesNotContain("Cookie", "Referer", "If-None-Match");
    }
  }

  @Test
  void doubleSlashesAtTheStartOfAPathAreKept() {
    try (RawServer server = RawServer.saying(HELLO)) {
      answered(Fetchers.fetch(server.url("//evil.example/x")));
      assertThat(server.requests().getFirst()).startsWith("GET //evil.example/x HTTP/1.1\r\n");
    }
  }

  @Test
  void aConditionalRequestMayBeAnsweredWithNotModified() {
    try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n")) {
      var validators = new CacheValidators(Optional.of("\"1\"\r\nX: y"), Optional.of("yesterday"));
      var request = new FetchRequest(WebUrl.of(server.url("/")), Optional.of(validators));
      assertThat(Fetchers.loopback().fetch(request)).isInstanceOf(NotModified.class);
      assertThat(server.requests().getFirst())
          .contains("If-None-Match: \"1\"X: y\r\n")
          .contains("If-Modified-Since: yesterday\r\n");
    }
  }

  @Test
  void notModifiedUnaskedForIsAnAnswerLikeAnyOther() {
    try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified\r\n\r\n")) {
      assertThat(answered(Fetchers.fetch(server.url("/"))).status()).isEqualTo(304);
    }
  }

  @Test
  void errorStatusesAreAnswersToo() {
    for (int status : List.of(204, 404, 410, 429, 500, 503, 999)) {
      try (RawServer server =
          RawServer.saying("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n")) {
        assertThat(answered(Fetchers.fetch(server.url("/"))).status()).isEqualTo(status);
      }
    }
  }

  @Test
  void chunkedAndCloseDelimitedBodiesAreReadWhole() {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    for (String answer : List.of(chunked, "HTTP/1.0 200 OK\r\n\r\nhello")) {
      try (RawServer server = RawServer.saying(answer)) {
        assertThat(answered(Fetchers.fetch(server.url("/"))).body().bytes())
            .asString()
            .isEqualTo("hello");
      }
    }
  }

  @Test
  void repeatedHeadersKeepTheirOrder() {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 200 OK\r\nLink: a\r\nlink: b\r\nX-Name: caf\u00e9\r\n\r\n")) {
      Headers headers = answered(Fetchers.fetch(server.url("/"))).headers();
      assertThat(headers.all("LINK")).containsExactly("a", "b");
      assertThat(headers.first("x-name")).hasValue("caf\u00e9");
      assertThat(headers.first("absent")).isEmpty();
    }
  }

  @Test
  void aRequestMayAskForTheFirstBytesOnly() {
    try (RawServer server = RawServer.saying(HELLO)) {
      var request =
          new FetchRequest(WebUrl.of(server.url("/")), Optional.empty(), OptionalInt.of(3));
      ResponseBody body = answered(Fetchers.loopback().fetch(request)).body();
      assertThat(body.bytes()).asString().isEqualTo("hel");
      assertThat(body.truncated()).isTrue();
    }
  }

  @Test
  void namesGivenInTheConfigurationLeadWhereItSays() {
    try (RawServer server = RawServer.saying(HELLO)) {
      answered(Fetchers.fetch("http://gov-uk.given.test:" + server.port() + "/"));
      assertThat(server.requests().getFirst()).contains("Host: gov-uk.given.test:" + server.port());
    }
  }

  @Test
  void aSecondAddressIsTriedWhenTheFirstIsDead() {
    try (RawServer server = RawServer.saying(HELLO)) {
      var names = new Fetchers.Names(Map.of("two.test", List.of("127.0.0.2", "127.0.0.1")));
      FetchSettings base = Fetchers.settings();
      var settings =
          new FetchSettings(
              base.timeout(),
              base.dnsTimeout(),
              base.connectTimeout(),
              base.readTimeout(),
              1000,
              200,
              256,
              10,
              2000,
              50,
              List.of(),
              List.of("127.0.0.0/8:*"),
              Set.of(),
              Optional.empty());
      FetchOutcome outcome =
          Fetchers.fetcher(settings, names)
              .fetch(FetchRequest.of(WebUrl.of("http://two.test:" + server.port() + "/")));
      answered(outcome);
    }
  }
}
