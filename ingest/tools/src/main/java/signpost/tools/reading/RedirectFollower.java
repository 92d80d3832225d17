package signpost.tools.reading;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import signpost.url.WebUrl;
import signpost.web.fetch.Cookies;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.FetchOutcome.RefusedByRobots;
import signpost.web.fetch.FetchOutcome.TooManyRedirects;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;
import signpost.web.fetch.Redirects;
import signpost.web.politeness.RobotsCache;
import signpost.web.politeness.RobotsInMemory;
import signpost.web.politeness.RobotsVerdict;

/**
 * Follows redirects. Whoever names a host answers for asking it; any other that a redirect leads to
 * is asked for its robots.txt first.
 */
public final class RedirectFollower implements Fetcher {
  private final Fetcher fetcher;
  private final Predicate<WebUrl> named;
  private final RobotsCache robots;

  /** {@code fetcher} gives redirects back instead of following them. */
  public RedirectFollower(Fetcher fetcher, Predicate<WebUrl> named, InstantSource clock) {
    this.fetcher = fetcher;
    this.named = named;
    this.robots =
        new RobotsCache(
            request -> follow(request, _ -> Optional.empty()), new RobotsInMemory(), clock);
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    return follow(request, this::ending);
  }

  /** Whoever has a rule of its own asks for robots.txt by it, and it is not asked for twice. */
  @Override
  public FetchOutcome fetch(FetchRequest request, HopRule rule) {
    return follow(request, rule);
  }

  private Optional<FetchOutcome> ending(WebUrl next) {
    if (named.test(next)) {
      return Optional.empty();
    }
    return switch (robots.check(next)) {
      case RobotsVerdict.Allowed _ -> Optional.empty();
      case RobotsVerdict.Disallowed(String rule) ->
          Optional.of(new RefusedByRobots(next, rule, Duration.ZERO));
      case RobotsVerdict.Unreachable(FetchOutcome failure) -> Optional.of(failure);
    };
  }

  private FetchOutcome follow(FetchRequest request, HopRule rule) {
    List<RedirectHop> hops = new ArrayList<>();
    var cookies = new Cookies();
    FetchOutcome outcome = fetcher.fetch(request);
    while (outcome instanceof Answered answer) {
      Optional<WebUrl> next = redirected(answer);
      if (next.isEmpty()) {
        return led(request, hops, answer);
      }
      hops.add(new RedirectHop(answer.finalUrl(), answer.status(), next.get()));
      if (hops.size() > Redirects.MOST) {
        return new TooManyRedirects(request.url(), hops, false, answer.took());
      }
      Optional<FetchOutcome> ending = rule.ending(next.get());
      if (ending.isPresent()) {
        return ending.get();
      }
      cookies.keep(answer.finalUrl(), answer.headers());
      outcome = fetcher.fetch(request.next(next.get(), cookies));
    }
    return outcome;
  }

  private static Answered led(FetchRequest request, List<RedirectHop> hops, Answered last) {
    return new Answered(
        request.url(),
        last.finalUrl(),
        last.status(),
        hops,
        last.headers(),
        last.body(),
        last.took(),
        last.certificateEndsAt(),
        last.wire());
  }

  private static Optional<WebUrl> redirected(Answered answer) {
    return Redirects.location(answer.status(), answer.headers())
        .flatMap(location -> WebUrl.parse(location.strip(), answer.finalUrl()))
        .filter(WebUrl::web);
  }
}
