package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.CertificateAuthority;
import signpost.kit.LoopbackServer;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectionLost;
import signpost.web.fetch.FetchOutcome.TimedOut;
import signpost.web.fetch.FetchOutcome.TlsFailure;
import signpost.web.fetch.FetchOutcome.TlsFailure.TlsFailureKind;

final class TlsTest {
  private static final RawServer.Script HELLO =
      (_, out, _) ->
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
                  .getBytes(StandardCharsets.US_ASCII));

  @TempDir private static Path folder;
  private static CertificateAuthority certificates;

  @BeforeAll
  static void makeCertificates() {
    String host = "san=dns:host.given.test";
    String aia = "aia=caIssuers:uri:http://authority.example/middle.crt";
    certificates =
        new CertificateAuthority(folder)
            .sign("good", CertificateAuthority.ROOT, "-ext", host)
            .sign("other", CertificateAuthority.ROOT, "-ext", "san=dns:other.example")
            .expired("expired", host)
            .sign("middle", CertificateAuthority.ROOT, "-ext", "bc:c")
            .sign("leaf", "middle", "-ext", host, "-ext", aia);
  }

  private static FetchOutcome fetch(RawServer server, Optional<Path> trust) {
    return fetch(server, trust, Duration.ofMinutes(2));
  }

  private static FetchOutcome fetch(RawServer server, Optional<Path> trust, Duration patience) {
    var settings = Fetchers.settings(patience, List.of("127.0.0.1/32:*"), trust);
    try (var fetcher = Fetchers.fetcher(settings, new Fetchers.Names(Map.of()))) {
      return fetcher.fetch(
          FetchRequest.of(WebUrl.of("https://host.given.test:" + server.port() + "/")));
    }
  }

  private static FetchOutcome fetch(String certificate, int chain) throws Exception {
    try (RawServer server = RawServer.running(certificates.showing(certificate, chain), HELLO)) {
      FetchOutcome outcome = fetch(server, Optional.of(certificates.trust()));
      assertThat(server.requests().stream().filter(request -> !request.isEmpty()))
          .as("nothing is sent over a bad connection")
          .hasSize(outcome instanceof Answered ? 1 : 0);
      return outcome;
    }
  }

  private static void assertFails(FetchOutcome outcome, TlsFailureKind kind) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TlsFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void aGivenAuthorityIsTrusted() throws Exception {
    assertThat(fetch("good", 3))
        .isInstanceOfSatisfying(
            Answered.class,
            it ->
                assertThat(it.certificateEndsAt())
                    .hasValueSatisfying(at -> assertThat(at).isAfter(Instant.EPOCH)));
    assertThat(fetch("good", 1)).isInstanceOf(Answered.class);
    assertThat(fetch("leaf", 2)).isInstanceOf(Answered.class);
  }

  @Test
  void aCheckTrustsTheAuthorityItIsGivenAndNoOther() throws Exception {
    try (RawServer server = RawServer.running(certificates.showing("good", 3), HELLO)) {
      WebUrl url = WebUrl.of("https://host.given.test:" + server.port() + "/");
      assertThat(look(url, Optional.of(certificates.trust()))).isInstanceOf(Answered.class);
      assertFails(look(url, Optional.empty()), TlsFailureKind.UNTRUSTED);
    }
  }

  private static FetchOutcome look(WebUrl url, Optional<Path> authorities) {
    var named =
        new SiteFetcher.NamedSite(
            Set.of(url.host() + ":" + url.port()),
            Map.of(),
            List.of(),
            List.of("host.given.test=127.0.0.1"));
    try (var fetcher = new SiteFetcher(named, Duration.ofMinutes(2), "", authorities)) {
      return fetcher.look(url, _ -> 1000);
    }
  }

  @Test
  void eachFaultOfACertificateHasItsName() throws Exception {
    assertFails(fetch("expired", 2), TlsFailureKind.EXPIRED);
    assertFails(fetch("other", 2), TlsFailureKind.WRONG_HOST);
    assertFails(fetch("leaf", 1), TlsFailureKind.INCOMPLETE_CHAIN);
  }

  @Test
  void anAuthorityNobodyKnowsIsNotTrusted() throws Exception {
    for (String certificate : List.of("good", "root")) {
      try (RawServer server = RawServer.running(certificates.showing(certificate, 3), HELLO)) {
        assertFails(fetch(server, Optional.empty()), TlsFailureKind.UNTRUSTED);
      }
    }
  }

  @Test
  void plainHttpWhereTlsWasMeantFailsTheHandshake() {
    RawServer.Script rude = (_, _, _) -> {};
    try (RawServer server = RawServer.running(rude)) {
      assertThat(fetch(server, Optional.empty(), Duration.ofSeconds(2)))
          .isInstanceOf(TimedOut.class);
    }
    try (var plain = new PlainTalker("HTTP/1.1 400 Bad Request\r\n\r\n", false)) {
      assertFails(plain.fetch(), TlsFailureKind.HANDSHAKE);
    }
  }

  @Test
  void aResetAmidTheHandshakeIsALostConnection() {
    try (var resetting = new PlainTalker("", true)) {
      assertThat(resetting.fetch()).isInstanceOf(ConnectionLost.class);
    }
  }

  /** Accepts, says its piece without listening, and goes. */
  private static final class PlainTalker implements AutoCloseable {
    private final LoopbackServer server;

    private PlainTalker(String says, boolean reset) {
      this.server =
          new LoopbackServer(
              ServerSocketFactory.getDefault(),
              connection -> {
                connection.getInputStream().readNBytes(50);
                connection.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
                if (reset) {
                  connection.setSoLinger(true, 0);
                } else {
                  connection.shutdownOutput();
                  connection.getInputStream().readAllBytes();
                }
              });
    }

    private FetchOutcome fetch() {
      var settings = Fetchers.settings();
      try (var fetcher = Fetchers.fetcher(settings, new Fetchers.Names(Map.of()))) {
        return fetcher.fetch(
            FetchRequest.of(WebUrl.of("https://127.0.0.1:" + server.port() + "/")));
      }
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
