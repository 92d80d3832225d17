package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.DnsFailure;
import signpost.web.fetch.FetchOutcome.RefusedByGuard;

final class NamesTest {
  private static final Fetchers.Names NONE = new Fetchers.Names(Map.of());

  private static FetchOutcome fetch(FetchSettings settings, NameLookup names, String url) {
    try (var fetcher = Fetchers.fetcher(settings, names)) {
      return fetcher.fetch(FetchRequest.of(WebUrl.of(url)));
    }
  }

  private static FetchSettings settings(List<String> resolve, List<String> allow) {
    Duration patient = Duration.ofMinutes(2);
    return new FetchSettings(
        patient,
        patient,
        Duration.ofSeconds(3),
        patient,
        1000,
        200,
        256,
        10,
        2000,
        50,
        resolve,
        allow,
        Set.of(),
        Optional.empty());
  }

  @Test
  void anUnknownNameIsADnsFailure() {
    assertThat(fetch(Fetchers.settings(), NONE, "http://nowhere.example/"))
        .isInstanceOfSatisfying(
            DnsFailure.class,
            failure ->
                assertThat(failure.kind()).isEqualTo(DnsFailure.DnsFailureKind.UNKNOWN_HOST));
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnoughToRefuse() {
    var names = new Fetchers.Names(Map.of("mixed.example", List.of("1.1.1.1", "10.0.0.1")));
    assertThat(fetch(settings(List.of(), List.of()), names, "http://mixed.example/"))
        .isInstanceOf(RefusedByGuard.class);
  }

  @Test
  void aNameIsLookedUpOnceForEachConnection() {
    int[] asked = {0};
    NameLookup counting =
        (NameLookupFake)
            (_, _) -> {
              asked[0]++;
              return List.of(InetAddress.ofLiteral(asked[0] == 1 ? "127.0.0.1" : "10.0.0.1"));
            };
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      FetchOutcome outcome =
          fetch(
              settings(List.of(), List.of("127.0.0.1/32:*")),
              counting,
              "http://rebinding.example:" + server.port() + "/");
      assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
      assertThat(asked[0]).isEqualTo(1);
    }
  }

  @FunctionalInterface
  private interface NameLookupFake extends NameLookup {
    @Override
    List<InetAddress> lookUp(String host, int port);
  }

  @Test
  void givenNamesNeedTheGuardsLeaveToo() {
    FetchSettings closed = settings(List.of("*.localhost=127.0.0.1"), List.of());
    assertThat(fetch(closed, NONE, "http://gov-uk.localhost/")).isInstanceOf(RefusedByGuard.class);
  }

  @Test
  void givenNamesAreGoodForTheirPortOnly() {
    FetchSettings given = settings(List.of("*.localhost=127.0.0.1:8600"), List.of("127.0.0.0/8:*"));
    assertThat(fetch(given, NONE, "http://gov-uk.localhost:5432/"))
        .isInstanceOfSatisfying(
            RefusedByGuard.class, refused -> assertThat(refused.reason()).contains("8600 only"));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, false",
    "a.localhost, true",
    "a.b.localhost, true",
    "a.localhost., true",
    "xlocalhost, false",
    "exact.test, true",
    "a.exact.test, false"
  })
  void wildcardsStandForNamesBelow(String host, boolean given) throws Exception {
    var names = new GivenNames(List.of("*.localhost=127.0.0.1:8600", "exact.test = ::1"), NONE);
    boolean found;
    try {
      found = !names.lookUp(host, 8600).isEmpty();
    } catch (VisitEnded _) {
      found = false;
    }
    assertThat(found).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "=127.0.0.1:x", "*.x=localhost", "*.x=", "*.x=1.2.3.4:"})
  void entriesThatAreNoneAreRefused(String entry) {
    assertThatThrownBy(() -> new GivenNames(List.of(entry), NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("signpost.fetch.resolve");
  }

  @ParameterizedTest
  @CsvSource({
    "x.example: Name or service not known, UNKNOWN_HOST",
    "x.example: Name does not resolve, UNKNOWN_HOST",
    "x.example: No address associated with hostname, UNKNOWN_HOST",
    "x.example: Temporary failure in name resolution, TROUBLE",
    "x.example: Der Name oder der Dienst ist nicht bekannt, TROUBLE"
  })
  void theResolversWordsTellGoneFromTrouble(String words, DnsFailure.DnsFailureKind kind) {
    assertThat(SystemNames.kind(words)).isEqualTo(kind);
  }

  @Test
  void aNameThatIsTooLongForAnyIsUnknownHoweverOftenItIsAsked() {
    try (var names = SystemNames.usual(Duration.ofMinutes(2))) {
      for (String host : List.of("a".repeat(64) + ".example.org", "a.".repeat(127) + "org")) {
        for (int i = 0; i < 2; i++) {
          assertThatThrownBy(() -> names.lookUp(host, 80))
              .isInstanceOfSatisfying(
                  VisitEnded.class,
                  it ->
                      assertThat(it.outcome(WebUrl.of("http://x/"), Duration.ZERO))
                          .isInstanceOfSatisfying(
                              DnsFailure.class,
                              dns ->
                                  assertThat(dns.kind())
                                      .isEqualTo(DnsFailure.DnsFailureKind.UNKNOWN_HOST)));
        }
      }
    }
  }

  @Test
  void theSystemKnowsItsOwnName() throws Exception {
    try (var names =
        new SystemNames(Duration.ofMinutes(2), Executors.newVirtualThreadPerTaskExecutor())) {
      assertThat(names.lookUp("localhost", 80)).allMatch(InetAddress::isLoopbackAddress);
    }
  }
}
