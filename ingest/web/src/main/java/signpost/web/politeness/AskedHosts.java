package signpost.web.politeness;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.politeness.PoliteFetcher.PoliteVisit;

/**
 * Asks for what one page wants of several hosts, with several threads at once: their paces as they
 * are known, and as they are afterwards. A page is one reading of many requests, between which
 * nobody pauses; but a host that has said that it is too much, or does not answer, is left alone.
 */
public final class AskedHosts {
  private final PoliteFetcher fetcher;
  private final InstantSource wall;
  private final Function<String, HostPace> known;
  private final Map<String, AskedHost> hosts = new ConcurrentHashMap<>();

  /** The pace of a host, and how many requests were made of it here. */
  public record AskedHost(HostPace pace, int requests) {
    private AskedHost asked() {
      return new AskedHost(pace, requests + 1);
    }

    /** Of answers that came at once, that counts which bids us wait the longest. */
    private AskedHost answered(HostPace after) {
      return after.nextAllowedAt().isBefore(pace.nextAllowedAt())
          ? this
          : new AskedHost(after, requests);
    }
  }

  /**
   * Asks nobody yet.
   *
   * @param known the pace of a host, by its origin, as it is before
   */
  public AskedHosts(PoliteFetcher fetcher, InstantSource wall, Function<String, HostPace> known) {
    this.fetcher = fetcher;
    this.wall = wall;
    this.known = known;
  }

  /** What came of a request; nothing where its host is to be left alone. */
  public Optional<FetchOutcome> ask(FetchRequest request) {
    String origin = request.url().origin();
    HostPace before = hosts.computeIfAbsent(origin, it -> new AskedHost(known.apply(it), 0)).pace();
    if (before.leftAloneAt(wall.instant())) {
      return Optional.empty();
    }
    hosts.computeIfPresent(origin, (_, host) -> host.asked());
    PoliteVisit visit = fetcher.visit(request, before);
    hosts.computeIfPresent(origin, (_, host) -> host.answered(visit.pace()));
    return Optional.of(visit.outcome());
  }

  /** Those that were asked, by origin. */
  public Map<String, AskedHost> asked() {
    return Map.copyOf(hosts);
  }
}
