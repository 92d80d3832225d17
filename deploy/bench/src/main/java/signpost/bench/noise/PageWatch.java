package signpost.bench.noise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import signpost.revision.RevisionDetector;
import signpost.revision.RevisionOutcome;
import signpost.revision.kind.ChangeSummary;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.sample.noise.NoiseKind;
import signpost.sample.noise.NoisyVisit;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;

/** Visits a page as ingest does: reads, compares, and comes back when ingest would. */
public final class PageWatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration REGULAR = Duration.ofDays(1);
  private static final int JITTER_MINUTES = 180;
  private static final int LATE_MINUTES = 9;

  private final MediaPageReader reader;
  private final AtomicLong visits = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();

  public PageWatch(MediaPageReader reader) {
    this.reader = reader;
  }

  /** What is known after a visit, and when the next is due. */
  public record WatchState(Optional<RevisionState> state, int visit, Instant dueAt) {
    public static final WatchState NOTHING = new WatchState(Optional.empty(), 0, NoisyVisit.FIRST);

    /** The circumstances of the next visit. */
    public NoisyVisit moment(long seed) {
      return new NoisyVisit(seed, visit, dueAt);
    }
  }

  /** One visit: what it told, if anything, and whether anything could be read at all. */
  public record WatchVisit(WatchState after, Optional<ChangeSummary> told, boolean read) {}

  /** Visits {@code page} with its habits; {@code edited} is the page as its author left it. */
  public WatchVisit visit(
      AuthoredPage page, AuthoredPage edited, List<NoiseKind> habits, WatchState known, long seed) {
    NoisyVisit moment = known.moment(seed);
    byte[] html = html(page, edited, habits, moment).getBytes(UTF_8);
    long started = THREADS.getCurrentThreadCpuTime();
    Optional<RevisionOutcome> outcome =
        read(html, page)
            .map(read ->
                RevisionDetector.see(known.state(), read, setting(page, read), moment.at()));
    nanos.addAndGet(THREADS.getCurrentThreadCpuTime() - started);
    visits.incrementAndGet();
    Optional<RevisionState> state = outcome.map(RevisionOutcome::after).or(known::state);
    WatchState after = new WatchState(state, known.visit() + 1, due(outcome, moment));
    return new WatchVisit(after, outcome.flatMap(PageWatch::told), outcome.isPresent());
  }

  /** What the server sends at that moment. */
  public static String html(
      AuthoredPage page, AuthoredPage edited, List<NoiseKind> habits, NoisyVisit moment) {
    boolean hidden = habits.stream().anyMatch(it -> it.hides(moment));
    var copy = (hidden ? page : edited).copy();
    habits.forEach(it -> it.disturb(copy, moment));
    return copy.outerHtml();
  }

  /** Only a page read well counts: a doubtful one is neither a change nor a baseline. */
  private Optional<ReadablePage> read(byte[] html, AuthoredPage page) {
    return switch (reader.read(html, Optional.of("text/html; charset=utf-8"), page.url())) {
      case ReadOutcome.Read(var read) -> Optional.of(read);
      case ReadOutcome.Doubtful _, ReadOutcome.Unreadable _ -> Optional.empty();
    };
  }

  /** No page has neighbours here: what comes to many pages of a host at once is tried elsewhere. */
  private static PageSetting setting(AuthoredPage page, ReadablePage read) {
    return PageSetting.of(page.url(), read, _ -> false);
  }

  private static Optional<Instant> lookAgainAt(RevisionOutcome outcome) {
    return switch (outcome) {
      case RevisionOutcome.First _,
          RevisionOutcome.SameReading _,
          RevisionOutcome.DoubtfulReading _ ->
          Optional.empty();
      case RevisionOutcome.SeenOnce once -> Optional.of(once.lookAgainAt());
      case RevisionOutcome.Confirmed confirmed -> confirmed.lookAgainAt();
    };
  }

  private static Optional<ChangeSummary> told(RevisionOutcome outcome) {
    return outcome instanceof RevisionOutcome.Confirmed confirmed
        ? Optional.of(confirmed.change())
        : Optional.empty();
  }

  /** A day later, more or less; or as soon as something seen once must be looked at again. */
  private static Instant due(Optional<RevisionOutcome> outcome, NoisyVisit moment) {
    var each = moment.each("due");
    Instant regular =
        moment
            .at()
            .plus(REGULAR)
            .plus(Duration.ofMinutes(each.nextInt(-JITTER_MINUTES, JITTER_MINUTES)));
    return outcome
        .flatMap(PageWatch::lookAgainAt)
        .map(again -> again.plus(Duration.ofMinutes(each.nextInt(LATE_MINUTES))))
        .filter(regular::isAfter)
        .orElse(regular);
  }

  long visits() {
    return visits.get();
  }

  /** Of reading and comparing alone, by the time of a processor. */
  double visitsPerSecond() {
    return visits.get() * 1e9 / Math.max(1, nanos.get());
  }
}
