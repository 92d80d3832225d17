package signpost.tools.check;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.tools.check.HostLanes.JobEnd;
import signpost.tools.check.HostLanes.JobTurn;
import signpost.url.WebUrl;
import signpost.web.fetch.Cookies;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectFailure;
import signpost.web.fetch.FetchOutcome.DnsFailure;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.SiteFetcher;
import signpost.web.politeness.RobotsCache;
import signpost.web.politeness.RobotsInMemory;
import signpost.web.politeness.RobotsVerdict;

/**
 * What a worker does with one target: ask, judge, read on, and tell its host's lane how it fared.
 */
final class TargetVisits {
  private static final int PAGE = 10 << 20;
  private static final int DOCUMENT = 50 << 20;
  private static final int TRIES = 3;
  private static final int SILENCES = 4;
  private static final long SECOND = 1_000_000_000L;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

  private final LinkChecker checker;
  private final CheckOptions options;
  private final SiteFetcher fetcher;
  private final RobotsCache robots;
  private final PageFollower follower;
  private final LocalFiles files;
  private final Set<String> robotsRead = ConcurrentHashMap.newKeySet();
  private final Map<String, FetchOutcome> robotsOutcomes = new ConcurrentHashMap<>();
  private final InstantSource clock = InstantSource.system();

  TargetVisits(LinkChecker checker, CheckOptions options, SiteFetcher fetcher, LinkReader reading) {
    this.checker = checker;
    this.options = options;
    this.fetcher = fetcher;
    this.robots = new RobotsCache(this::robotsText, new RobotsInMemory(), clock);
    this.follower = new PageFollower(checker, options, reading);
    this.files = new LocalFiles(follower, options);
  }

  /** robots.txt often answers from https or www (RFC 9309 §2.3.1.2). */
  private FetchOutcome robotsText(FetchRequest request) {
    FetchOutcome outcome = fetcher.fetch(request);
    Optional<WebUrl> next = next(outcome);
    for (int hops = 0; hops < 5 && next.isPresent(); hops++) {
      outcome = fetcher.fetch(new FetchRequest(next.get(), Optional.empty(), request.truncateAt()));
      next = next(outcome);
    }
    robotsOutcomes.put(request.url().origin(), outcome);
    return outcome;
  }

  private static Optional<WebUrl> next(FetchOutcome outcome) {
    return outcome instanceof Answered answer
        ? VisitJudge.location(answer).flatMap(answer.finalUrl()::resolve)
        : Optional.empty();
  }

  /** Visits, judges, and says what its lane is to learn of it. */
  JobEnd visit(HostLanes.CheckJob job) {
    CheckTarget target = job.target();
    Optional<CheckVerdict> closed = job.lane().closed();
    if (closed.isPresent()) {
      return end(target, closed.get(), _ -> {});
    }
    WebUrl url = target.takeUrl();
    if (url.scheme().equals("file")) {
      return end(target, files.visit(target, url), _ -> {});
    }
    return job.lane().own() ? ask(target, url) : asRobotsAllow(target, url);
  }

  /** The first visit to another host is for its robots.txt; what it is for comes in its turn. */
  private JobEnd asRobotsAllow(CheckTarget target, WebUrl url) {
    return switch (robots.check(url)) {
      case RobotsVerdict.Allowed(Optional<Duration> delay) when robotsRead.add(url.origin()) ->
          new JobEnd(
              JobTurn.NEXT,
              lane -> {
                delay.ifPresent(asked -> slow(lane, asked));
                OptionalLong wait = wait(robotsOutcomes.remove(url.origin()));
                wait.ifPresent(seconds -> stayAway(lane, 429, seconds));
              });
      case RobotsVerdict.Allowed _ -> ask(target, url);
      case RobotsVerdict.Disallowed(String rule) ->
          end(
              target,
              CheckVerdict.of(ResultClass.SKIPPED, "its robots.txt asks us not to (" + rule + ")"),
              _ -> {});
      case RobotsVerdict.Unreachable(FetchOutcome failure) -> judged(target, url, failure);
    };
  }

  private static void slow(HostLane lane, Duration asked) {
    lane.slow((asked.compareTo(LONGEST_DELAY) < 0 ? asked : LONGEST_DELAY).toNanos());
  }

  private JobEnd ask(CheckTarget target, WebUrl url) {
    boolean read = wantsLinks(target, url);
    checker.requested();
    Optional<String> cookies = target.visitor.flatMap(it -> it.cookies().header(url));
    return judged(
        target,
        url,
        fetcher.look(url, cookies, type -> wanted(type.toLowerCase(Locale.ROOT), read)));
  }

  private boolean wantsLinks(CheckTarget target, WebUrl url) {
    return target.depth() < options.depth() && checker.onSite(url);
  }

  /**
   * Says how much of an answer to download: a target whose links are not followed is downloaded
   * only if it is a page, because its fragments are checked.
   */
  private int wanted(String type, boolean read) {
    return LinkReader.hasPlaces(type) && (read || options.fragments())
        ? PAGE
        : read && readable(type) ? DOCUMENT : 0;
  }

  private static boolean readable(String type) {
    return type.startsWith("text/")
        || List.of("css", "xml", "pdf", "gzip", "wordprocessing", "octet-stream").stream()
            .anyMatch(type::contains)
        || List.of("presentation", "opendocument.text", "epub", "ms-word").stream()
            .anyMatch(type::contains);
  }

  private JobEnd judged(CheckTarget target, WebUrl url, FetchOutcome outcome) {
    CheckVerdict verdict = VisitJudge.of(outcome, options.accept());
    Optional<String> location = VisitJudge.location(outcome);
    OptionalLong wait =
        verdict.kind() == ResultClass.SUSPECT ? wait(outcome) : OptionalLong.empty();
    if (location.isPresent() && outcome instanceof Answered answer) {
      redirected(target, url, answer, location.get());
      return finish(target, lane -> lane.fared(true));
    }
    if (wait.isPresent()) {
      return rest(target, verdict, wait.getAsLong());
    }
    if (verdict.kind() == ResultClass.SUSPECT && target.tries() < options.retries()) {
      int tries = target.tryAgain();
      return new JobEnd(JobTurn.LAST, lane -> again(lane, tries, outcome, verdict));
    }
    if (verdict.kind() == ResultClass.OK && outcome instanceof Answered answer) {
      follower.read(target, url, answer, wantsLinks(target, url));
    }
    return end(target, verdict, lane -> learn(lane, outcome, verdict));
  }

  private void redirected(CheckTarget target, WebUrl url, Answered answer, String location) {
    int status = answer.status();
    target.visitor.ifPresent(it -> it.cookies().keep(url, answer.headers()));
    Optional<WebUrl> next = url.resolve(location);
    if (next.isEmpty() || !next.get().web()) {
      target.judge(
          new CheckVerdict(
              ResultClass.BROKEN, status, "redirects to something that is no web address"));
      return;
    }
    boolean permanent = new RedirectHop(url, status, next.get()).permanent();
    if (target.given()) {
      checker.alsoSite(next.get());
    }
    checker.redirected(
        target,
        new CheckVerdict(permanent ? ResultClass.MOVED : ResultClass.OK, status, ""),
        next.get(),
        Cookies.setBy(answer.headers()));
  }

  /**
   * After all others of its host, which is left alone for a second, then for two, four and so on.
   */
  private static void again(HostLane lane, int tries, FetchOutcome outcome, CheckVerdict verdict) {
    if (tries > 1 || !(outcome instanceof DnsFailure)) {
      learn(lane, outcome, verdict);
    }
    long pause = Math.min(LONGEST_WAIT.toSeconds(), 1L << (tries - 1));
    lane.pause(System.nanoTime() + pause * SECOND);
  }

  private JobEnd rest(CheckTarget target, CheckVerdict verdict, long seconds) {
    int most = Math.max(TRIES, options.retries() + 1);
    boolean again = seconds <= LONGEST_WAIT.toSeconds() && target.tryAgain() < most;
    Consumer<HostLane> learnt =
        lane -> {
          lane.fared(false);
          stayAway(lane, verdict.status(), seconds);
        };
    return again ? new JobEnd(JobTurn.NEXT, learnt) : end(target, told(verdict, seconds), learnt);
  }

  /** Until when the host asked for, or for good. */
  private static void stayAway(HostLane lane, int status, long seconds) {
    if (seconds > LONGEST_WAIT.toSeconds()) {
      lane.close(told(new CheckVerdict(ResultClass.SUSPECT, status, ""), seconds));
    } else {
      lane.pause(System.nanoTime() + seconds * SECOND);
    }
  }

  private static CheckVerdict told(CheckVerdict verdict, long seconds) {
    return seconds > LONGEST_WAIT.toSeconds()
        ? new CheckVerdict(
            ResultClass.SUSPECT,
            verdict.status(),
            "the host asked us to wait for " + seconds + " s")
        : verdict;
  }

  /** Seconds an answer asks us to stay away. */
  private OptionalLong wait(@Nullable FetchOutcome outcome) {
    if (!(outcome instanceof Answered answer) || answer.status() < 400) {
      return OptionalLong.empty();
    }
    String value = answer.headers().first("retry-after").orElse("").strip();
    if (value.matches("\\d{1,9}")) {
      return OptionalLong.of(Long.parseLong(value));
    }
    try {
      var at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return OptionalLong.of(Math.max(0, Duration.between(clock.instant(), at).toSeconds() + 1));
    } catch (DateTimeParseException _) {
      return OptionalLong.empty();
    }
  }

  private static void learn(HostLane lane, FetchOutcome outcome, CheckVerdict verdict) {
    boolean silent =
        outcome instanceof FetchOutcome.TimedOut
            || outcome instanceof FetchOutcome.ConnectionLost
            || outcome instanceof ConnectFailure;
    boolean trouble = silent || verdict.status() == 429 || verdict.status() == 503;
    lane.fared(!trouble);
    if (trouble && !silent) {
      lane.pause(System.nanoTime() + SECOND);
    }
    boolean gone =
        outcome instanceof DnsFailure
            || (outcome instanceof ConnectFailure && lane.failures() >= SILENCES);
    if (gone) {
      lane.close(verdict);
    }
  }

  private JobEnd end(CheckTarget target, CheckVerdict verdict, Consumer<HostLane> learnt) {
    target.judge(verdict);
    return finish(target, learnt);
  }

  private JobEnd finish(CheckTarget target, Consumer<HostLane> learnt) {
    checker.finished(target);
    return new JobEnd(JobTurn.NONE, learnt);
  }
}
