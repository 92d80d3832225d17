package signpost.ingest.check;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import signpost.events.WebUrl;
import signpost.ingest.check.Verdict.Kind;
import signpost.ingest.fetch.FetchOutcome;
import signpost.ingest.fetch.FetchOutcome.Answered;
import signpost.ingest.fetch.FetchOutcome.ConnectFailure;
import signpost.ingest.fetch.FetchOutcome.DnsFailure;
import signpost.ingest.fetch.FetchOutcome.Hop;
import signpost.ingest.fetch.FetchRequest;
import signpost.ingest.fetch.Fetcher;
import signpost.ingest.fetch.SiteFetcher;
import signpost.ingest.politeness.Robots;
import signpost.ingest.politeness.RobotsInMemory;
import signpost.ingest.politeness.RobotsVerdict;

/**
 * What a worker does with one target: ask, judge, read on, and tell its host's lane how it fared.
 */
final class Visits {
  private static final int PAGE = 10 << 20;
  private static final int DOCUMENT = 50 << 20;
  private static final int TRIES = 3;
  private static final int SILENCES = 4;
  private static final long SECOND = 1_000_000_000L;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

  private final Checker checker;
  private final Options options;
  private final SiteFetcher fetcher;
  private final Robots robots;
  private final Follower follower;
  private final LocalFiles files;
  private final InstantSource clock = InstantSource.system();

  Visits(Checker checker, Options options, SiteFetcher fetcher, Reading reading) {
    this.checker = checker;
    this.options = options;
    this.fetcher = fetcher;
    this.robots = new Robots(following(fetcher), new RobotsInMemory(), clock);
    this.follower = new Follower(checker, options, reading);
    this.files = new LocalFiles(follower, options);
  }

  /** robots.txt often answers from https or www (RFC 9309 §2.3.1.2). */
  private static Fetcher following(SiteFetcher fetcher) {
    return request -> {
      FetchOutcome outcome = fetcher.fetch(request);
      for (int hops = 0; hops < 5; hops++) {
        Optional<WebUrl> next =
            outcome instanceof Answered answer
                ? Judging.location(answer).flatMap(answer.finalUrl()::resolve)
                : Optional.empty();
        if (next.isEmpty()) {
          return outcome;
        }
        outcome =
            fetcher.fetch(new FetchRequest(next.get(), Optional.empty(), request.truncateAt()));
      }
      return outcome;
    };
  }

  void visit(Lanes.Job job) {
    Target target = job.target();
    Optional<Verdict> closed = job.lane().closed();
    if (closed.isPresent()) {
      end(job, closed.get(), _ -> {});
      return;
    }
    WebUrl url = WebUrl.of(target.href);
    if (url.scheme().equals("file")) {
      end(job, files.visit(target, url), _ -> {});
    } else if (job.lane().own() || allowed(job, url)) {
      ask(job, url);
    }
  }

  private boolean allowed(Lanes.Job job, WebUrl url) {
    return switch (robots.check(url)) {
      case RobotsVerdict.Allowed(Optional<Duration> delay) -> {
        delay.ifPresent(asked -> slow(job.lane(), asked));
        yield true;
      }
      case RobotsVerdict.Disallowed(String rule) -> {
        end(job, Verdict.of(Kind.SKIPPED, "its robots.txt asks us not to (" + rule + ")"), _ -> {});
        yield false;
      }
      case RobotsVerdict.Unreachable(FetchOutcome failure) -> {
        judged(job, url, failure);
        yield false;
      }
    };
  }

  private static void slow(Lane lane, Duration asked) {
    lane.slow((asked.compareTo(LONGEST_DELAY) < 0 ? asked : LONGEST_DELAY).toNanos());
  }

  private void ask(Lanes.Job job, WebUrl url) {
    boolean read = wantsLinks(job.target(), url);
    checker.requested();
    judged(job, url, fetcher.look(url, type -> wanted(type.toLowerCase(Locale.ROOT), read)));
  }

  private boolean wantsLinks(Target target, WebUrl url) {
    return target.depth() < options.depth() && checker.onSite(url);
  }

  /** Of what is not read on only a page is wanted, for its fragments. */
  private static int wanted(String type, boolean read) {
    boolean page = type.isBlank() || type.contains("html");
    return page ? PAGE : read && readable(type) ? DOCUMENT : 0;
  }

  private static boolean readable(String type) {
    return type.startsWith("text/")
        || List.of("css", "xml", "pdf", "gzip", "wordprocessing", "octet-stream").stream()
            .anyMatch(type::contains);
  }

  private void judged(Lanes.Job job, WebUrl url, FetchOutcome outcome) {
    Target target = job.target();
    Verdict verdict = Judging.of(outcome, options.accept());
    Optional<String> location = Judging.location(outcome);
    OptionalLong wait = wait(outcome);
    if (location.isPresent() && outcome instanceof Answered answer) {
      redirected(target, url, answer.status(), location.get());
      finish(job, lane -> lane.fared(true));
    } else if (verdict.kind() != Kind.OK && wait.isPresent()) {
      rest(job, verdict, wait.getAsLong());
    } else {
      if (verdict.kind() == Kind.OK && outcome instanceof Answered answer) {
        follower.read(target, url, answer, wantsLinks(target, url));
      }
      end(job, verdict, lane -> learn(lane, outcome, verdict));
    }
  }

  private void redirected(Target target, WebUrl url, int status, String location) {
    Optional<WebUrl> next = url.resolve(location);
    if (next.isEmpty() || !next.get().web()) {
      target.judge(
          new Verdict(Kind.BROKEN, status, "redirects to something that is no web address"));
      return;
    }
    boolean permanent = new Hop(url, status, next.get()).permanent();
    if (target.given()) {
      checker.alsoSite(next.get());
    }
    target.leadTo(
        new Verdict(permanent ? Kind.MOVED : Kind.OK, status, ""),
        checker.target(next.get(), target.depth(), target.given()));
  }

  private void rest(Lanes.Job job, Verdict verdict, long seconds) {
    if (seconds > LONGEST_WAIT.toSeconds()) {
      var refused =
          new Verdict(
              Kind.SUSPECT, verdict.status(), "the host asked us to wait for " + seconds + " s");
      end(job, refused, lane -> lane.close(refused));
      return;
    }
    long until = System.nanoTime() + seconds * SECOND;
    boolean again = job.target().tryAgain() < TRIES;
    Consumer<Lane> learnt =
        lane -> {
          lane.fared(false);
          lane.pause(until);
        };
    if (again) {
      checker.lanes().done(job, true, learnt);
    } else {
      end(job, verdict, learnt);
    }
  }

  /** Seconds a 429 or 503 asks us to stay away. */
  private OptionalLong wait(FetchOutcome outcome) {
    if (!(outcome instanceof Answered answer)
        || (answer.status() != 429 && answer.status() != 503)) {
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

  private static void learn(Lane lane, FetchOutcome outcome, Verdict verdict) {
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

  private void end(Lanes.Job job, Verdict verdict, Consumer<Lane> learnt) {
    job.target().judge(verdict);
    finish(job, learnt);
  }

  private void finish(Lanes.Job job, Consumer<Lane> learnt) {
    checker.finished();
    checker.lanes().done(job, false, learnt);
  }
}
