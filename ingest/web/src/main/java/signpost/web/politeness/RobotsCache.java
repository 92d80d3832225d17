package signpost.web.politeness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectionLost;
import signpost.web.fetch.FetchOutcome.InvalidUrl;
import signpost.web.fetch.FetchOutcome.TooManyRedirects;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;

/**
 * robots.txt as RFC 9309 asks: read once a day, 4xx means anything goes, and where it cannot be
 * read the last good copy serves for thirty days; without one, that failure is the visit's outcome.
 * A host that had a file does not lose it by answering 429, nor within a day by 401 or 403: those
 * turn us away, they do not say that anything goes. Where there never was one, they are an answer
 * like any other.
 */
public final class RobotsCache implements RobotsRules {
  private static final Duration FRESH = Duration.ofHours(24);
  private static final Duration SERVES = Duration.ofDays(30);
  private static final Duration RETRY = Duration.ofHours(1);
  private static final Duration REFUSED = Duration.ofDays(1);
  private static final int HOPS = 5;
  private static final int KEPT = 2_000;

  private final Fetcher fetcher;
  private final RobotsStore store;
  private final InstantSource clock;
  private final ConcurrentMap<String, CompletableFuture<RobotsAnswer>> asking =
      new ConcurrentHashMap<>();
  private final Map<String, RobotsCopy> copies =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RobotsCopy> eldest) {
          return size() > KEPT;
        }
      };

  /** A parsed copy, and until when it is used without asking again. */
  private record RobotsCopy(StoredRobots stored, RobotsText text, Instant askAgainAt) {
    /** Whether it outranks what its host answers now. */
    private boolean stands(FetchOutcome outcome, Instant now) {
      boolean old = !now.isBefore(stored.fetchedAt().plus(SERVES));
      if (old || !(outcome instanceof Answered answer)) {
        return !old && good(stored.origin(), outcome, now).isEmpty();
      }
      return switch (answer.status()) {
        case 401, 403 ->
            stored.hasFile() && now.isBefore(stored.turnedAwayAt().orElse(now).plus(REFUSED));
        case 429 -> stored.hasFile();
        default -> answer.status() >= 500;
      };
    }

    private RobotsCopy askedAgain(FetchOutcome outcome, Instant now) {
      boolean turnedAway =
          outcome instanceof Answered it && (it.status() == 401 || it.status() == 403);
      StoredRobots after = turnedAway ? stored.turnedAway(now) : stored.notTurnedAway();
      return new RobotsCopy(after, text, now.plus(RETRY));
    }
  }

  /** The copy to go by; without one, the outcome is the visit's. */
  private record RobotsAnswer(Optional<RobotsCopy> copy, FetchOutcome outcome) {
    private RobotsVerdict verdict(WebUrl url) {
      return copy.isPresent()
          ? copy.get().text().verdict(url)
          : new RobotsVerdict.Unreachable(outcome);
    }
  }

  public RobotsCache(Fetcher fetcher, RobotsStore store, InstantSource clock) {
    this.fetcher = fetcher;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public RobotsVerdict check(WebUrl url) {
    Optional<RobotsCopy> fresh =
        held(url.origin()).filter(it -> clock.instant().isBefore(it.askAgainAt));
    return fresh.isPresent() ? fresh.get().text().verdict(url) : together(url).verdict(url);
  }

  @Override
  public List<WebUrl> sitemaps(WebUrl url) {
    return held(url.origin()).map(it -> it.text().sitemaps(url)).orElse(List.of());
  }

  /** Whoever wants the same file while it is being asked for waits for that one answer. */
  private RobotsAnswer together(WebUrl url) {
    while (true) {
      var mine = new CompletableFuture<RobotsAnswer>();
      CompletableFuture<RobotsAnswer> theirs = asking.putIfAbsent(url.origin(), mine);
      if (theirs == null) {
        return first(url, mine);
      }
      try {
        return theirs.join();
      } catch (CancellationException _) {
        // Whoever asked was interrupted, which says nothing of the host: somebody else asks.
      }
    }
  }

  private RobotsAnswer first(WebUrl url, CompletableFuture<RobotsAnswer> mine) {
    try {
      RobotsAnswer answer = asked(url);
      mine.complete(answer);
      return answer;
    } finally {
      asking.remove(url.origin(), mine);
      mine.cancel(false); // nothing, once it is complete
    }
  }

  private RobotsAnswer asked(WebUrl url) {
    Instant now = clock.instant();
    FetchOutcome outcome = ask(url);
    Optional<RobotsCopy> last = held(url.origin()).filter(it -> it.stands(outcome, now));
    if (last.isPresent()) {
      RobotsCopy again = last.get().askedAgain(outcome, now);
      if (!again.stored().equals(last.get().stored())) {
        store.save(again.stored());
      }
      return new RobotsAnswer(Optional.of(keep(again)), outcome);
    }
    Optional<StoredRobots> good = good(url.origin(), outcome, now);
    good.ifPresent(store::save);
    return new RobotsAnswer(good.map(it -> keep(copy(it, now.plus(FRESH)))), outcome);
  }

  private Optional<RobotsCopy> held(String origin) {
    @Nullable RobotsCopy copy;
    synchronized (copies) {
      copy = copies.get(origin);
    }
    return copy != null
        ? Optional.of(copy)
        : store.load(origin).map(s -> keep(copy(s, s.fetchedAt().plus(FRESH))));
  }

  private static RobotsCopy copy(StoredRobots stored, Instant askAgainAt) {
    return new RobotsCopy(stored, RobotsText.of(stored.text()), askAgainAt);
  }

  private RobotsCopy keep(RobotsCopy copy) {
    synchronized (copies) {
      copies.put(copy.stored().origin(), copy);
    }
    return copy;
  }

  private FetchOutcome ask(WebUrl url) {
    WebUrl robots = WebUrl.of(url.origin() + "/robots.txt");
    FetchOutcome outcome =
        fetcher.fetch(new FetchRequest(robots, Optional.empty(), OptionalInt.of(RobotsText.READ)));
    return outcome instanceof Answered answer && unread(answer)
        ? new ConnectionLost(robots, "its robots.txt is encoded as we cannot read", answer.took())
        : outcome;
  }

  /** Rules that are there and cannot be read are not the same as none. */
  private static boolean unread(Answered answer) {
    return answer.status() < 300 && answer.body().truncated() && answer.body().size() == 0;
  }

  /** What counts as an answer: 2xx with its rules, anything below 500 as if it were empty. */
  private static Optional<StoredRobots> good(String origin, FetchOutcome outcome, Instant now) {
    return switch (outcome) {
      case Answered answer when answer.status() >= 500 -> Optional.empty();
      case Answered answer -> {
        boolean rules = answer.status() < 300 && answer.hops().size() <= HOPS;
        String text =
            rules ? RobotsText.decoded(answer.body().bytes(), answer.body().truncated()) : "";
        yield Optional.of(StoredRobots.fetched(origin, text, answer.status(), now));
      }
      case TooManyRedirects _, InvalidUrl _ ->
          Optional.of(StoredRobots.fetched(origin, "", 404, now));
      case FetchOutcome.NotModified _,
          FetchOutcome.DnsFailure _,
          FetchOutcome.ConnectFailure _,
          FetchOutcome.TlsFailure _,
          FetchOutcome.TimedOut _,
          ConnectionLost _,
          FetchOutcome.TooLarge _,
          FetchOutcome.RefusedByRobots _,
          FetchOutcome.RefusedByPublisher _,
          FetchOutcome.RefusedByGuard _ ->
          Optional.empty();
    };
  }
}
