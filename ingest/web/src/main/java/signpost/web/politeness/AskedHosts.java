package signpost.web.politeness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.politeness.PoliteFetcher.PoliteVisit;

/**
 * Asks for what one page wants of several hosts, with several threads at once. A page is one
 * reading of many requests, between which nobody pauses; but a host that rests when the page first
 * asks for it, that says that it is too much, or does not answer, is left alone. How hosts fare
 * here is forgotten with the page: else any page could have us believe that another's host is down.
 */
public final class AskedHosts {
  private final PoliteFetcher fetcher;
  private final InstantSource wall;
  private final Function<String, HostPace> known;
  private final Map<String, AskedHost> hosts = new ConcurrentHashMap<>();

  /** What came of a request. */
  public sealed interface HostReply {
    /** The host was asked. */
    record Came(FetchOutcome outcome) implements HostReply {}

    /** It leads to another host, which is to be asked by a request of its own. */
    record LeadsOn(WebUrl to) implements HostReply {}

    /** Nobody was asked: the host is to be left alone for that long. */
    record LeftAlone(Duration still) implements HostReply {}
  }

  /** A host's pace as far as this page has met it, and how many requests were made of it. */
  private record AskedHost(HostPace pace, int requests) {
    private AskedHost asked() {
      return new AskedHost(pace, requests + 1);
    }

    /** Of answers that came at once, that counts which bids us wait the longest. */
    private AskedHost answered(HostPace after) {
      return after.nextAllowedAt().isBefore(pace.nextAllowedAt())
          ? this
          : new AskedHost(after, requests);
    }

    /** At first its pace must allow it; then it is this page's reading that goes on. */
    private boolean isLeftAloneAt(Instant now) {
      return pace.leftAloneAt(now) || (requests == 0 && !pace.readyAt(now));
    }

    private Duration still(Instant now) {
      Instant open = pace.breakerOpenUntil().orElse(now);
      return Duration.between(
          now, open.isAfter(pace.nextAllowedAt()) ? open : pace.nextAllowedAt());
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

  public HostReply ask(FetchRequest request) {
    String origin = request.url().origin();
    Instant now = wall.instant();
    AskedHost host =
        hosts.compute(
            origin,
            (_, met) -> {
              AskedHost it = met == null ? new AskedHost(known.apply(origin), 0) : met;
              return it.isLeftAloneAt(now) ? it : it.asked();
            });
    return host.isLeftAloneAt(now)
        ? new HostReply.LeftAlone(host.still(now))
        : visit(request, host.pace());
  }

  private HostReply visit(FetchRequest request, HostPace pace) {
    String origin = request.url().origin();
    var onward = new AtomicReference<WebUrl>();
    PoliteVisit visit = fetcher.visit(request, pace, next -> staying(request, next, onward));
    hosts.computeIfPresent(origin, (_, host) -> host.answered(visit.pace()));
    return Optional.ofNullable(onward.get())
        .<HostReply>map(HostReply.LeadsOn::new)
        .orElseGet(() -> new HostReply.Came(visit.outcome()));
  }

  /** Where a redirect leaves the host, this request is at its end. */
  private static Optional<FetchOutcome> staying(
      FetchRequest request, WebUrl next, AtomicReference<WebUrl> onward) {
    if (next.origin().equals(request.url().origin())) {
      return Optional.empty();
    }
    onward.set(next);
    return Optional.of(
        new FetchOutcome.TooManyRedirects(request.url(), List.of(), false, Duration.ZERO));
  }

  /** How many requests were made of each host, by its origin. */
  public Map<String, Integer> asked() {
    return hosts.entrySet().stream()
        .filter(host -> host.getValue().requests() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, host -> host.getValue().requests()));
  }
}
