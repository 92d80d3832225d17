package signpost.ingest.successor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import signpost.ingest.frontier.HostTurns;
import signpost.ingest.frontier.HostTurns.TurnAnswer;
import signpost.successor.HostPaces;
import signpost.web.politeness.HostPace;

/** The turns of one search, among those of the crawl; no transaction is open while it waits. */
final class LeasedPaces implements HostPaces {
  private final HostTurns turns;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Duration lease;

  LeasedPaces(HostTurns turns, InstantSource clock, InstantSource wall, Duration lease) {
    this.turns = turns;
    this.clock = clock;
    this.wall = wall;
    this.lease = lease;
  }

  @Override
  public Optional<HostTurn> turn(String origin) throws InterruptedException {
    Instant patience = wall.instant().plus(PATIENCE);
    while (true) {
      switch (turns.take(origin, clock.instant(), wall.instant(), lease)) {
        case TurnAnswer.TurnTaken taken -> {
          return Optional.of(new LeasedTurn(taken));
        }
        case TurnAnswer.TurnLater(Instant at) -> {
          if (at.isAfter(patience)) {
            return Optional.empty();
          }
          sleepUntil(at);
        }
      }
    }
  }

  private void sleepUntil(Instant at) throws InterruptedException {
    Duration wait = Duration.between(wall.instant(), at);
    if (wait.isPositive()) {
      Thread.sleep(wait);
    }
  }

  private final class LeasedTurn implements HostTurn {
    private final TurnAnswer.TurnTaken taken;

    LeasedTurn(TurnAnswer.TurnTaken taken) {
      this.taken = taken;
    }

    @Override
    public HostPace pace() {
      return taken.pace();
    }

    @Override
    public void end(HostPace after) {
      turns.end(taken, after);
    }
  }
}
