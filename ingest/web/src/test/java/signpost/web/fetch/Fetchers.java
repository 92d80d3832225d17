package signpost.web.fetch;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.url.AddressGuard;
import signpost.url.IpRange;
import signpost.url.WebUrl;

/**
 * Fetchers for tests: patient ones, which no slow machine makes give up, and hasty ones for those
 * who wait for them to.
 */
public final class Fetchers {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final List<String> LOOPBACK = List.of("127.0.0.1/32:*");

  private Fetchers() {}

  static FetchSettings settings(Duration timeout, Duration readTimeout) {
    return settings(timeout, LONG, readTimeout, LOOPBACK, Optional.empty());
  }

  /** As patient with each step as with the whole. */
  static FetchSettings settings(Duration patience, List<String> allow, Optional<Path> trust) {
    return settings(patience, patience, patience, allow, trust);
  }

  private static FetchSettings settings(
      Duration timeout,
      Duration connect,
      Duration readTimeout,
      List<String> allow,
      Optional<Path> trust) {
    return new FetchSettings(
        timeout,
        connect,
        connect,
        readTimeout,
        1_000_000,
        200,
        256,
        10,
        2_000,
        50,
        List.of("*.given.test=127.0.0.1"),
        allow,
        Set.of(),
        trust);
  }

  static FetchSettings settings() {
    return settings(LONG, LONG);
  }

  static FetchSettings hasty() {
    return settings(Duration.ofSeconds(10), SHORT, SHORT, LOOPBACK, Optional.empty());
  }

  /** May dial 127.0.0.1 on any port; looks up nothing. */
  public static Fetcher loopback() {
    return fetcher(settings(), new Names(Map.of()));
  }

  static HttpFetcher fetcher(FetchSettings settings, NameLookup names) {
    var guard =
        new AddressGuard(settings.allow().stream().map(IpRange::of).toList(), settings.ports());
    return new HttpFetcher(
        settings, UserAgent.of("x@example.org"), new GivenNames(settings.resolve(), names), guard);
  }

  static FetchOutcome fetch(String url) {
    return loopback().fetch(FetchRequest.of(WebUrl.of(url)));
  }

  static FetchOutcome hastily(String url) {
    return fetcher(hasty(), new Names(Map.of())).fetch(FetchRequest.of(WebUrl.of(url)));
  }

  /** Names that a test knows; others are unknown. */
  record Names(Map<String, List<String>> known) implements NameLookup {
    @Override
    public List<InetAddress> lookUp(String host, int port) throws VisitEnded {
      List<String> addresses = known.get(host);
      if (addresses == null) {
        throw VisitEnded.dns(FetchOutcome.DnsFailure.DnsFailureKind.UNKNOWN_HOST, host);
      }
      return addresses.stream().map(InetAddress::ofLiteral).toList();
    }
  }
}
