package signpost.sample.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import signpost.local.PendingWork;

/** Moves the demo's clock from one thing due to the next, and stands still while work waits. */
public final class ClockTicker {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private final DemoClock clock;
  private final InstantSource wall;
  private final ClockStride stride;
  private final List<Instant> happenings;
  private final Supplier<WorkStanding> look;
  private final Duration patience;

  /**
   * How things stand at one look.
   *
   * @param done all that was ever done, counted: visits, records, mails
   */
  public record WorkStanding(PendingWork backlog, long done) {}

  /**
   * @param wall the real time
   * @param happenings when something happens on the sample web
   * @param look how all parts stand now
   * @param patience how long nothing may move while work waits
   */
  public ClockTicker(
      DemoClock clock,
      InstantSource wall,
      ClockStride stride,
      List<Instant> happenings,
      Supplier<WorkStanding> look,
      Duration patience) {
    this.clock = clock;
    this.wall = wall;
    this.stride = stride;
    this.happenings = List.copyOf(happenings);
    this.look = look;
    this.patience = patience;
  }

  /**
   * Goes on to the end and waits there until all is quiet.
   *
   * @param moved told after each stride
   * @throws StuckException when work waits and nothing has moved for long
   */
  public void runTo(Instant end, Consumer<Instant> moved) throws InterruptedException {
    PendingWork quiet = awaitQuiet();
    while (clock.instant().isBefore(end)) {
      Instant from = clock.instant();
      Instant to = stride.next(from, due(from, quiet), end);
      Instant ready = wall.instant().plus(stride.wall(from, to));
      clock.advanceTo(to);
      moved.accept(to);
      quiet = awaitQuiet();
      pauseUntil(ready);
    }
  }

  private Stream<Instant> due(Instant now, PendingWork quiet) {
    return Stream.concat(quiet.next(), happenings.stream().filter(at -> at.isAfter(now)));
  }

  /** Twice in a row: what leaves one module may not have reached the next at the first look. */
  private PendingWork awaitQuiet() throws InterruptedException {
    ProgressPatience waiting = new ProgressPatience(wall, patience);
    boolean before = false;
    while (true) {
      WorkStanding now = look.get();
      if (now.backlog().quiet() && before) {
        return now.backlog();
      }
      before = now.backlog().quiet();
      if (waiting.ended(now)) {
        throw new StuckException(clock.instant(), patience, now.backlog().words());
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private void pauseUntil(Instant ready) throws InterruptedException {
    Duration left = Duration.between(wall.instant(), ready);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }
}
