package signpost.ingest.visit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import signpost.ingest.frontier.KnownTarget;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.health.Expectation;
import signpost.web.health.Expectation.NotFoundAnswer;
import signpost.web.health.StatusPolicy;

/**
 * How servers answer for what cannot exist: one address with random letters per directory. What it
 * remembers need not outlive the process. Thread-safe.
 */
@Singleton
final class NotFoundProbes {
  private static final int MOST_TEXT = 20_000;
  private static final int LETTERS = 25;
  private static final Duration FRESH = Duration.ofDays(7);
  private static final Duration SOON = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Map<String, ProbedDirectory> byDirectory = new RecentEntries<>();
  private final Map<CanonicalUrl, WaitingProbe> waiting = new RecentEntries<>();

  private record ProbedDirectory(Optional<NotFoundAnswer> answer, Instant at) {}

  private record WaitingProbe(String directory, Instant due) {}

  NotFoundProbes(@Named("clock") InstantSource clock) {
    this.clock = clock;
  }

  /** What is known of what its server says of addresses beside a URL that cannot exist. */
  synchronized Optional<NotFoundAnswer> of(WebUrl url) {
    return url.directory().flatMap(this::fresh).flatMap(ProbedDirectory::answer);
  }

  private Optional<ProbedDirectory> fresh(String directory) {
    return Optional.ofNullable(byDirectory.get(directory))
        .filter(it -> it.at().plus(FRESH).isAfter(clock.instant()));
  }

  /** Makes a target due at once for a probe, where that tells more; otherwise when it was. */
  synchronized Instant askFirst(
      Answered answer,
      Optional<ReadablePage> page,
      Expectation expected,
      KnownTarget target,
      Instant due,
      Instant now) {
    Optional<String> directory = answer.requested().directory();
    if (directory.isEmpty()
        || fresh(directory.get()).isPresent()
        || !StatusPolicy.wantsProbe(answer, page, expected, target.placed())) {
      return due;
    }
    byDirectory.put(directory.get(), new ProbedDirectory(Optional.empty(), now));
    waiting.put(target.url(), new WaitingProbe(directory.get(), due));
    return now;
  }

  /** The address to ask for in place of a target, if one waits. */
  synchronized Optional<WebUrl> toAsk(CanonicalUrl target) {
    return Optional.ofNullable(waiting.get(target))
        .flatMap(it -> WebUrl.parse(it.directory() + letters()));
  }

  /** Remembers the answer; when the target itself is due. */
  synchronized Instant asked(ProbeVisit visit, Instant now) {
    WaitingProbe asked = waiting.remove(visit.lease().url());
    if (asked == null) {
      return now;
    }
    Optional<NotFoundAnswer> answer = answer(visit);
    byDirectory.put(asked.directory(), new ProbedDirectory(answer, now));
    Instant soon = now.plus(SOON);
    boolean tells = answer.filter(NotFoundAnswer::found).isPresent();
    return tells && soon.isBefore(asked.due()) ? soon : asked.due();
  }

  private static Optional<NotFoundAnswer> answer(ProbeVisit visit) {
    if (!(visit.outcome() instanceof Answered answer)
        || answer.status() == 429
        || answer.status() >= 500) {
      return Optional.empty();
    }
    boolean found = answer.status() >= 200 && answer.status() < 300;
    return Optional.of(
        new NotFoundAnswer(
            found,
            answer.finalUrl().withoutFragment().href(),
            found ? visit.page().map(NotFoundProbes::text).orElse("") : ""));
  }

  private static String text(ReadOutcome outcome) {
    String text =
        switch (outcome) {
          case ReadOutcome.Read read -> read.page().text();
          case ReadOutcome.Doubtful doubtful -> doubtful.page().text();
          case ReadOutcome.Unreadable _ -> "";
        };
    return text.substring(0, Math.min(text.length(), MOST_TEXT));
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }
}
