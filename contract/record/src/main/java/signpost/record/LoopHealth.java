package signpost.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether something gets on, and says so in the log once when it stops to and once when it
 * does again. What is in hand may take only so long. Instants for people are by the wall; what is
 * waited for is counted by the machine, so a clock that steps changes nothing.
 */
public final class LoopHealth {
  private static final Logger LOG = LoggerFactory.getLogger(LoopHealth.class);

  private final LoopPlan plan;
  private final LoopPace pace;
  private final InstantSource wall;
  private @Nullable LoopTrouble trouble;
  private @Nullable Thread worker; // while something is in hand
  private Instant inHandSince = Instant.EPOCH;
  private long inHandNanos;

  LoopHealth(LoopPlan plan, LoopPace pace, InstantSource wall) {
    this.plan = plan;
    this.pace = pace;
    this.wall = wall;
  }

  /** What failed together, until it has been well for a while. */
  private static final class LoopTrouble {
    private final Instant since;
    private final long sinceNanos;
    private final Set<TroubleCause.CauseKind> told = EnumSet.noneOf(TroubleCause.CauseKind.class);
    private String why = "";
    private int failures;
    private boolean well;
    private long wellNanos;

    LoopTrouble(Instant since, long sinceNanos) {
      this.since = since;
      this.sinceNanos = sinceNanos;
    }
  }

  /** Something is in hand from now. */
  synchronized void begins() {
    worker = Thread.currentThread();
    inHandSince = wall.instant();
    inHandNanos = System.nanoTime();
  }

  /** What was in hand failed. */
  public synchronized void failed(Throwable thrown) {
    worker = null;
    LoopTrouble here = trouble(wall.instant(), System.nanoTime());
    TroubleCause cause = TroubleCause.of(thrown);
    here.failures++;
    if (tell(here, cause)) {
      if (cause.kind() == TroubleCause.CauseKind.UNFORESEEN) {
        LOG.error("{} fails and is tried again: {}", plan.doing(), cause.words(), thrown);
      } else {
        LOG.warn("{} fails and is tried again: {}", plan.doing(), cause.words());
      }
    }
  }

  /** What was in hand is done, or there is nothing to do. */
  public synchronized void gotOn() {
    worker = null;
    LoopTrouble here = trouble;
    if (here != null && !here.well) {
      here.well = true;
      here.wellNanos = System.nanoTime();
    }
    settle();
  }

  /** Notices what nobody else does: that a step hangs, and that a trouble is over. */
  synchronized void look() {
    Thread hanging = worker;
    long now = System.nanoTime();
    if (hanging != null && now - inHandNanos > plan.patience().toNanos()) {
      if (tell(trouble(inHandSince, inHandNanos), TroubleCause.stuck())) {
        LOG.warn("{} does not get on; it hangs here:{}", plan.doing(), stack(hanging));
      }
    }
    settle();
  }

  private LoopTrouble trouble(Instant since, long nanos) {
    LoopTrouble here = trouble == null ? new LoopTrouble(since, nanos) : trouble;
    trouble = here;
    here.well = false;
    return here;
  }

  /** Whether the cause is the first of its kind in this trouble. */
  private static boolean tell(LoopTrouble here, TroubleCause cause) {
    here.why = cause.words();
    return here.told.add(cause.kind());
  }

  private void settle() {
    LoopTrouble here = trouble;
    if (here != null
        && here.well
        && System.nanoTime() - here.wellNanos >= pace.settling().toNanos()) {
      trouble = null;
      Duration took = Duration.ofNanos(here.wellNanos - here.sinceNanos);
      LOG.info("{} is well again; it was not for {}", plan.doing(), inWords(took));
    }
  }

  boolean isNeeded() {
    return plan.needed();
  }

  /** Whether it gets on, as far as is known. */
  public boolean isWell() {
    return failing().isEmpty();
  }

  /** How it fails; empty while it gets on. */
  public synchronized Optional<FailingLoop> failing() {
    look();
    return Optional.ofNullable(trouble)
        .filter(here -> !here.well)
        .map(here -> new FailingLoop(plan.name(), plan.doing(), here.since, here.why));
  }

  /** How long to wait before the next attempt. */
  public synchronized Duration pause() {
    LoopTrouble here = trouble;
    return here == null ? Duration.ZERO : pace.pause(here.failures);
  }

  private static String stack(Thread hanging) {
    StringBuilder lines = new StringBuilder();
    for (StackTraceElement line : hanging.getStackTrace()) {
      lines.append(System.lineSeparator()).append("\tat ").append(line);
    }
    return lines.toString();
  }

  private static String inWords(Duration took) {
    if (took.toMinutes() < 2) {
      return took.toSeconds() + " s";
    }
    return took.toHours() < 2 ? took.toMinutes() + " min" : took.toHours() + " h";
  }
}
