package signpost.web.politeness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;
import signpost.web.fetch.Fetcher.HopRule;
import signpost.web.fetch.ReaddressedOutcome;

/**
 * One visit with manners: robots.txt is asked, then the page, and the host's new pace is worked
 * out. The caller waits for {@link HostPace#nextAllowedAt} before it comes back; this never sleeps.
 */
public final class PoliteFetcher {
  private final RobotsRules robots;
  private final Fetcher fetcher;
  private final HostPacer pacer;
  private final InstantSource wall;

  /** What came of it, and when the host may be asked again. */
  public record PoliteVisit(FetchOutcome outcome, HostPace pace) {}

  /** What remembers robots.txt in memory, and lives in real time. */
  public static PoliteFetcher of(Fetcher fetcher, PaceSettings pace, InstantSource clock) {
    RobotsRules robots = new RobotsCache(fetcher, new RobotsInMemory(), clock);
    return new PoliteFetcher(robots, fetcher, new HostPacer(pace), clock);
  }

  public PoliteFetcher(RobotsRules robots, Fetcher fetcher, HostPacer pacer, InstantSource wall) {
    this.robots = robots;
    this.fetcher = fetcher;
    this.pacer = pacer;
    this.wall = wall;
  }

  public PoliteVisit visit(FetchRequest request, HostPace pace) {
    return visit(request, pace, _ -> Optional.empty());
  }

  /** The same; {@code before} is asked where a redirect leads before the host there is. */
  PoliteVisit visit(FetchRequest request, HostPace pace, HopRule before) {
    Instant beganAt = wall.instant();
    WebUrl url = request.url();
    return switch (check(url)) {
      case RobotsVerdict.Allowed(Optional<Duration> crawlDelay) -> {
        FetchOutcome outcome =
            fetcher.fetch(
                request, next -> before.ending(next).or(() -> ending(url, next, beganAt)));
        yield visited(outcome, url, pace, crawlDelay);
      }
      case RobotsVerdict.Disallowed(String rule) ->
          new PoliteVisit(new FetchOutcome.RefusedByRobots(url, rule, since(beganAt)), pace);
      case RobotsVerdict.Unreachable(FetchOutcome failure) ->
          visited(ReaddressedOutcome.to(url, failure), url, pace, Optional.empty());
    };
  }

  /** The sitemaps that a host names in its robots.txt, as far as it was read. */
  public List<WebUrl> sitemaps(WebUrl url) {
    return robots.sitemaps(url);
  }

  private RobotsVerdict check(WebUrl url) {
    return url.web() ? robots.check(url) : new RobotsVerdict.Allowed(Optional.empty());
  }

  /** Where a redirect leads the host has its say too. */
  private Optional<FetchOutcome> ending(WebUrl requested, WebUrl next, Instant beganAt) {
    return switch (check(next)) {
      case RobotsVerdict.Allowed _ -> Optional.empty();
      case RobotsVerdict.Disallowed(String rule) ->
          Optional.of(new FetchOutcome.RefusedByRobots(requested, rule, since(beganAt)));
      case RobotsVerdict.Unreachable(FetchOutcome failure) ->
          Optional.of(ReaddressedOutcome.to(requested, failure));
    };
  }

  private Duration since(Instant beganAt) {
    return Duration.between(beganAt, wall.instant());
  }

  private PoliteVisit visited(
      FetchOutcome outcome, WebUrl url, HostPace pace, Optional<Duration> crawlDelay) {
    Instant now = wall.instant();
    HostPace after = pacer.after(pace, url.host(), outcome, crawlDelay, now);
    return new PoliteVisit(
        outcome, after.equals(pace) ? pacer.spaced(pace, crawlDelay, now) : after);
  }
}
