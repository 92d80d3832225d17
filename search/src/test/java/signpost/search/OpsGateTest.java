package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.http.access.UnguardedAddress;

/** What only ops may see: by the socket or the password, whatever headers say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpsGateTest {
  private static final String PASSWORD = "three sesame seeds";
  private static final List<String> FOR_OPS =
      List.of("/ops", "/parked", "/crawl", "/notifications", "/prometheus");

  private final Path data;
  private final RunningSearch open;
  private final RunningSearch guarded;
  private final RawHttp toAll;
  private final RawHttp management;
  private final RawHttp signedIn;

  OpsGateTest(@TempDir Path data) {
    this.data = data;
    open = RunningSearch.withoutBroker(data.resolve("open"));
    guarded =
        RunningSearch.start(
            data.resolve("guarded"),
            RunningSearch.NO_BROKER,
            "",
            Map.of(
                "signpost.ops.password", PASSWORD, "signpost.public-url", "https://our.example"));
    toAll = new RawHttp(open.address());
    management = new RawHttp(open.opsAddress());
    signedIn = new RawHttp(guarded.address());
  }

  @AfterAll
  void stop() {
    open.close();
    guarded.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: 127.0.0.1",
        "Host: localhost",
        "Host: our.example",
        "Host: 127.0.0.1\r\nX-Forwarded-For: 127.0.0.1",
        "Host: 127.0.0.1\r\nX-Real-IP: 127.0.0.1",
        "Host: 127.0.0.1\r\nForwarded: for=127.0.0.1;host=127.0.0.1;proto=http",
        "Host: 127.0.0.1\r\nX-Forwarded-Host: 127.0.0.1\r\nX-Forwarded-Port: 8083",
        "Host: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nSec-Fetch-Site: same-origin",
        "Host: 127.0.0.1\r\nAuthorization: Basic b3BzOg==",
        "Host: 127.0.0.1\r\nAuthorization: Basic Og==",
      })
  void noHeaderOpensAnythingAtThePublicAddress(String headers) throws IOException {
    for (String page : FOR_OPS) {
      assertThat(toAll.ask("GET " + page, headers).status()).as(page).isEqualTo(403);
      assertThat(toAll.ask("HEAD " + page, headers).status()).as(page).isEqualTo(403);
      assertThat(signedIn.ask("GET " + page, headers).status()).as(page).isEqualTo(401);
    }
    for (String page : List.of("/crawl/pause", "/crawl/run-now", "/notifications/replay")) {
      assertThat(toAll.post(page, "host=a", headers).status()).isEqualTo(403);
    }
    assertThat(toAll.ask("GET /health", headers).body())
        .contains("\"status\"")
        .doesNotContain("details");
  }

  @Test
  void theManagementAddressIsKnownByTheNumberOfTheSocketNotOfTheHeader() throws IOException {
    int port = open.opsAddress().getPort();
    assertThat(toAll.get("/crawl", "127.0.0.1:" + port).status()).isEqualTo(403);
    assertThat(toAll.get("http://127.0.0.1:" + port + "/crawl", "127.0.0.1").status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/%63rawl", "//crawl", "/crawl/", "/crawl;x", "/./crawl", "/CRAWL", "/crawl%2f"})
  void noSpellingOfAnAddressGoesRoundTheGate(String target) throws IOException {
    assertThat(toAll.get(target, "127.0.0.1").body()).doesNotContain("Crawl control");
  }

  @Test
  void opsSeeEverythingAtTheManagementAddress() throws IOException {
    assertThat(management.get("/crawl").body()).contains("Crawl control");
    assertThat(management.get("/prometheus").body()).contains("jvm_memory_used_bytes");
    assertThat(management.get("/health").body()).contains("details").contains("diskSpace");
    assertThat(management.get("/").body()).contains("href=\"/crawl\"");
  }

  @Test
  void navigationShowsPagesOfOpsToOpsAlone() throws IOException {
    assertThat(toAll.get("/").body()).doesNotContain("\"/crawl\"", "\"/notifications\"");
    assertThat(signedIn.ask("GET /", "Host: our.example", basic(PASSWORD)).body())
        .contains("\"/crawl\"", "\"/notifications\"");
  }

  @Test
  void whoeverKnowsThePasswordIsLetInAtThePublicAddress() throws IOException {
    for (String page : FOR_OPS) {
      String[] right = {"Host: our.example", basic(PASSWORD)};
      assertThat(signedIn.ask("GET " + page, right).status()).as(page).isNotIn(401, 403);
      assertThat(signedIn.ask("GET " + page, "Host: our.example", basic("seeds")).status())
          .isEqualTo(401);
    }
    assertThat(signedIn.ask("GET /health", "Host: our.example", basic(PASSWORD)).body())
        .contains("details");
  }

  @Test
  void strangersNameThatLeadsToTheManagementAddressSeesNothing() throws IOException {
    for (String page : List.of("/crawl", "/prometheus", "/", "/guides")) {
      assertThat(management.get(page, "rebound.example").status()).as(page).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://a.example",
        "Origin: null",
        "Origin: http://127.0.0.1:3000",
        "Sec-Fetch-Site: cross-site",
        "Origin: https://a.example\r\nSec-Fetch-Site: same-site",
        "Referer: http://127.0.0.1/crawl",
      })
  void formOfAnotherPageIsRefusedAtTheManagementAddress(String sender) throws IOException {
    String host = "Host: 127.0.0.1:" + open.opsAddress().getPort();
    assertThat(pause(management, host, sender)).isEqualTo(403);
  }

  @Test
  void formOfOursIsTakenAtTheManagementAddress() throws IOException {
    String ours = open.opsAddress().getAuthority();
    assertThat(pause(management, "Host: " + ours, "Origin: http://" + ours)).isEqualTo(303);
    assertThat(pause(management, "Host: " + ours, "Sec-Fetch-Site: same-origin")).isEqualTo(303);
  }

  @Test
  void formOfAnotherSiteDoesNotBorrowThePasswordOfABrowserThatIsSignedIn() throws IOException {
    String as = "Host: our.example\r\n" + basic(PASSWORD);
    assertThat(pause(signedIn, as, "Origin: https://a.example")).isEqualTo(403);
    assertThat(pause(signedIn, as, "Origin: http://localhost:3000")).isEqualTo(403);
    assertThat(pause(signedIn, as, "Origin: https://our.example")).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"our.example", "127.0.0.1:8080", "www.our.example"})
  void formOfAnOwnerIsTakenWhateverHostTheProxySends(String host) throws IOException {
    assertThat(report(signedIn, host, "Origin: https://our.example")).isNotEqualTo(403);
    assertThat(report(signedIn, host, "Sec-Fetch-Site: same-origin")).isNotEqualTo(403);
    assertThat(report(signedIn, host, "Origin: https://a.example")).isEqualTo(403);
    assertThat(report(signedIn, host, "Sec-Fetch-Site: cross-site")).isEqualTo(403);
    assertThat(report(signedIn, host, "Origin: null")).isEqualTo(403);
  }

  @Test
  void managementAddressThatOthersReachNeedsAPassword() throws IOException {
    assertThatThrownBy(() -> started(Map.of("signpost.ops.host", "0.0.0.0")))
        .rootCause()
        .isInstanceOf(UnguardedAddress.class)
        .hasMessageContaining("signpost.ops.password");
    assertThatThrownBy(() ->
            started(Map.of("signpost.ops.host", "0.0.0.0", "signpost.ops.password", PASSWORD)))
        .rootCause()
        .isInstanceOf(UnguardedAddress.class)
        .hasMessageContaining("signpost.behind-proxy");
    try (RunningSearch wide =
        started(
            Map.of(
                "signpost.ops.host",
                "0.0.0.0",
                "signpost.ops.password",
                PASSWORD,
                "signpost.behind-proxy",
                true))) {
      URI at = URI.create("http://127.0.0.1:" + wide.opsAddress().getPort());
      assertThat(new RawHttp(at).get("/crawl").status()).isEqualTo(401);
      assertThat(new RawHttp(at).ask("GET /crawl", "Host: 127.0.0.1", basic(PASSWORD)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void publicAddressThatOthersReachNeedsTlsOrAWordThatAProxyHasIt() throws IOException {
    assertThatThrownBy(() -> started(Map.of("micronaut.server.host", "0.0.0.0")))
        .rootCause()
        .isInstanceOf(UnguardedAddress.class)
        .hasMessageContaining("signpost.behind-proxy");
    assertThatThrownBy(() ->
            started(
                Map.of(
                    "micronaut.server.host",
                    "0.0.0.0",
                    "signpost.public-url",
                    "https://our.example")))
        .rootCause()
        .isInstanceOf(UnguardedAddress.class);
    started(Map.of("micronaut.server.host", "0.0.0.0", "signpost.behind-proxy", true)).close();
  }

  /** In a folder of its own: what does not start lets go of its index only with the process. */
  private RunningSearch started(Map<String, Object> settings) throws IOException {
    return RunningSearch.start(
        Files.createTempDirectory(data, "more"), RunningSearch.NO_BROKER, "", settings);
  }

  private static String basic(String password) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(("ops:" + password).getBytes(UTF_8));
  }

  private static int pause(RawHttp server, String... headers) throws IOException {
    return server.post("/crawl/pause", "host=x", headers).status();
  }

  private static int report(RawHttp server, String host, String sender) throws IOException {
    return server.post("/report", "url=xx", "Host: " + host, sender).status();
  }
}
