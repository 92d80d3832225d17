package signpost.web.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.kit.CertificateAuthority;
import signpost.kit.ConnectProxy;
import signpost.url.AddressGuard;
import signpost.url.IpRange;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectFailure;
import signpost.web.fetch.FetchOutcome.ConnectFailure.ConnectFailureKind;
import signpost.web.fetch.FetchOutcome.RefusedByGuard;

/** Pages behind a proxy that somebody else runs. */
class OutboundProxyTest {
  private static final RawServer.Script HELLO =
      (_, out, _) ->
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(US_ASCII));
  private static final String WHO = "us:se sa:me";
  private static final ServerSocketFactory PLAIN = ServerSocketFactory.getDefault();

  @TempDir private static Path folder;
  private static CertificateAuthority authority;

  @BeforeAll
  static void sign() {
    authority =
        new CertificateAuthority(folder)
            .sign("host", CertificateAuthority.ROOT, "-ext", "san=dns:host.given.test")
            .sign("proxy", CertificateAuthority.ROOT, "-ext", "san=ip:127.0.0.1");
  }

  private static OutboundProxy at(ConnectProxy proxy, String scheme, boolean resolves) {
    return OutboundProxy.of(scheme + "://127.0.0.1:" + proxy.port(), "us", "se sa:me", resolves);
  }

  private static FetchOutcome fetch(OutboundProxy proxy, String url) {
    return fetch(proxy, url, List.of("127.0.0.1/32:*"));
  }

  private static FetchOutcome fetch(OutboundProxy proxy, String url, List<String> allow) {
    return fetch(
        proxy,
        url,
        Fetchers.settings(Duration.ofMinutes(2), allow, Optional.of(authority.trust())));
  }

  private static FetchOutcome fetch(OutboundProxy proxy, String url, FetchSettings settings) {
    var names = new GivenNames(settings.resolve(), new Fetchers.Names(Map.of()));
    var guard = new AddressGuard(settings.allow().stream().map(IpRange::of).toList(), Set.of());
    try (var fetcher =
        new HttpFetcher(
            settings, "Signpost/0", names, guard, Optional.empty(), Optional.of(proxy))) {
      return fetcher.fetch(FetchRequest.of(WebUrl.of(url)));
    }
  }

  private static void refused(FetchOutcome outcome, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RefusedByGuard.class,
            it -> assertThat(it.reason()).contains(words).doesNotContain("sa:me"));
  }

  @Test
  void securedPageIsReachedThroughTheProxyAndItsCertificateIsItsOwn() {
    try (var server = RawServer.running(authority.showing("host", 2), HELLO);
        var proxy = new ConnectProxy(PLAIN, WHO)) {
      String url = "https://host.given.test:" + server.port() + "/a";

      assertThat(fetch(at(proxy, "http", false), url))
          .isInstanceOfSatisfying(
              Answered.class, it -> assertThat(it.certificateEndsAt()).isPresent());
      assertThat(proxy.asked())
          .containsExactly("CONNECT host.given.test:" + server.port() + " HTTP/1.1");
      assertThat(server.requests().toString()).doesNotContain("Proxy-Authorization");
    }
  }

  @Test
  void plainPageIsAskedOfTheProxyAndWhoWeAreIsKeptNowhere() {
    try (var server = RawServer.running(HELLO);
        var proxy = new ConnectProxy(PLAIN, WHO)) {
      String url = "http://host.given.test:" + server.port() + "/a?b";

      assertThat(fetch(at(proxy, "http", false), url))
          .isInstanceOfSatisfying(
              Answered.class,
              it -> {
                assertThat(it.status()).isEqualTo(200);
                assertThat(it.wire().orElseThrow().toString())
                    .doesNotContainIgnoringCase("Proxy-Authorization");
              });
      assertThat(proxy.asked()).containsExactly("GET " + url + " HTTP/1.1");
    }
  }

  @Test
  void proxyMayBeEncryptedItself() {
    try (var server = RawServer.running(authority.showing("host", 2), HELLO);
        var proxy = new ConnectProxy(authority.showing("proxy", 2), WHO)) {
      assertThat(fetch(at(proxy, "https", false), "https://host.given.test:" + server.port() + "/"))
          .isInstanceOf(Answered.class);
    }
    try (var server = RawServer.running(HELLO);
        var proxy = new ConnectProxy(authority.showing("proxy", 2), WHO)) {
      assertThat(fetch(at(proxy, "https", false), "http://host.given.test:" + server.port() + "/"))
          .isInstanceOfSatisfying(
              Answered.class,
              it ->
                  assertThat(it.certificateEndsAt())
                      .as("the proxy's certificate is not the page's")
                      .isEmpty());
    }
  }

  @Test
  void guardJudgesWhereANameLeadsBeforeTheProxyHearsOfIt() {
    try (var proxy = new ConnectProxy(PLAIN, WHO)) {
      refused(
          fetch(at(proxy, "http", false), "https://host.given.test/", List.of()),
          "127.0.0.1 is not a public address");
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.1.2.3/", "https://localhost/", "http://[::1]/"})
  void whatCanBeKnownWithoutALookUpIsJudgedEvenThen(String url) {
    try (var proxy = new ConnectProxy(PLAIN, WHO)) {
      refused(fetch(at(proxy, "http", true), url, List.of()), "is not a public address");
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @Test
  void nameThatOnlyTheProxyKnowsIsReachedWhereThatIsSaid() {
    try (var server = RawServer.running(HELLO);
        var proxy = new ConnectProxy(PLAIN, WHO)) {
      String url = "http://elsewhere.test:" + server.port() + "/";

      assertThat(fetch(at(proxy, "http", true), url)).isInstanceOf(Answered.class);
      assertThat(fetch(at(proxy, "http", false), url)).isInstanceOf(FetchOutcome.DnsFailure.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void refusalToLetUsInSaysNothingOfThePage(String scheme) {
    try (var proxy = new ConnectProxy(PLAIN, "somebody:else")) {
      refused(
          fetch(at(proxy, "http", false), scheme + "://host.given.test:4711/"),
          "signpost.fetch.proxy.password");
    }
  }

  @Test
  void rubbishAndSilenceAndRefusalsOfTheProxySayNothingOfThePage() {
    try (var proxy = new ConnectProxy(PLAIN, WHO)) {
      String url = "https://host.given.test:4711/";
      proxy.answers("SSH-2.0-OpenSSH\r\n\r\n");
      refused(fetch(at(proxy, "http", false), url), "does not answer as a proxy does");
      proxy.answers("HTTP/1.1 403 No\r\n\r\n");
      refused(fetch(at(proxy, "http", false), url), "does not let us go there (403)");
      proxy.answers("HTTP/1.1 200");
      refused(fetch(at(proxy, "http", false), url), "does not answer as a proxy does");
    }
  }

  @Test
  void hostThatTheProxyCannotReachIsNotReached() {
    try (var proxy = new ConnectProxy(PLAIN, WHO)) {
      proxy.answers("HTTP/1.1 503 Nobody there\r\n\r\n");

      assertThat(fetch(at(proxy, "http", false), "https://host.given.test:4711/"))
          .isInstanceOfSatisfying(
              ConnectFailure.class,
              it -> assertThat(it.kind()).isEqualTo(ConnectFailureKind.UNREACHABLE));
    }
  }

  @Test
  void proxyThatAnswersForEverHasNotConnectedUsInTime() {
    var settings =
        Fetchers.settings(
            Duration.ofMillis(700), List.of("127.0.0.1/32:*"), Optional.of(authority.trust()));
    try (var proxy = RawServer.running(HostileServerTest.dripping("HTTP/1.1 ", "2", 50))) {
      var dripping = OutboundProxy.of(proxy.url("/"), "", "", false);

      assertThat(fetch(dripping, "https://host.given.test:4711/", settings))
          .isInstanceOfSatisfying(
              ConnectFailure.class,
              it -> assertThat(it.kind()).isEqualTo(ConnectFailureKind.TIMED_OUT));
    }
  }

  @Test
  void proxyThatIsNotThereIsNamedWithItsKey() {
    OutboundProxy gone;
    try (var proxy = new ConnectProxy(PLAIN, WHO)) {
      gone = at(proxy, "http", false);
    }
    refused(fetch(gone, "https://host.given.test:4711/"), "signpost.fetch.proxy.url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example",
        "ftp://proxy.example",
        "http://us:sesame@proxy:3128/",
        "us:sesame@proxy:3128",
        "http://us:sesame/sesame@proxy",
        "http://us:12/sesame@proxy",
        "http://us:p@sesame@proxy",
        "http://us:\nsesame@proxy"
      })
  void addressThatIsNoneIsRefusedWithoutTellingItsSecrets(String address) {
    assertThatThrownBy(() -> OutboundProxy.of(address, "", "", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("signpost.fetch.proxy.url")
        .hasMessageNotContaining("sesame");
  }
}
