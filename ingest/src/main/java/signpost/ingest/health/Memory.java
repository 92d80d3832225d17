package signpost.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.ingest.health.Observation.Ending;
import signpost.ingest.health.Observation.Fails;
import signpost.ingest.health.Observation.NotAsked;
import signpost.ingest.health.Observation.StillThere;
import signpost.ingest.health.Observation.Walled;
import signpost.ingest.health.Observation.Works;
import signpost.ingest.health.TargetState.EndingSeen;
import signpost.ingest.health.TargetState.Failure;
import signpost.ingest.health.TargetState.Move;

/** What a visit adds to what is remembered of a target. */
final class Memory {
  /** A notice counts when seen twice this far apart, and its going likewise. */
  static final Duration TWICE = Duration.ofMinutes(15);

  private Memory() {}

  static TargetState add(TargetState before, Observation seen, HostView host, Instant now) {
    List<Attempt> tried =
        lastOf(before.tried(), new Attempt(now, seen.words()), TargetState.MOST_TRIED);
    return switch (seen) {
      case Works works ->
          new TargetState(
              before.health(),
              List.of(),
              false,
              0,
              works.movedTo().map(to -> move(before.move(), to, now)),
              ending(before.ending(), works.ending(), now),
              tried);
      case StillThere _ ->
          new TargetState(
              before.health(), List.of(), false, 0, before.move(), before.ending(), tried);
      case Fails fails ->
          new TargetState(
              before.health(),
              failures(before.failures(), new Failure(fails.failure(), now)),
              before.mass() || host.massMissing(),
              0,
              before.move(),
              before.ending(),
              tried);
      case Walled _ ->
          new TargetState(
              before.health(),
              before.failures(),
              before.mass(),
              before.walls() + 1,
              before.move(),
              before.ending(),
              tried);
      case NotAsked _ ->
          new TargetState(
              before.health(), List.of(), false, 0, before.move(), before.ending(), tried);
    };
  }

  private static Move move(Optional<Move> before, String to, Instant now) {
    return before.filter(it -> it.to().equals(to)).orElseGet(() -> new Move(to, now));
  }

  private static Optional<EndingSeen> ending(
      Optional<EndingSeen> before, Optional<Ending> seen, Instant now) {
    if (seen.isPresent()) {
      Ending ending = seen.get();
      return before
          .filter(it -> it.ending().kind() == ending.kind())
          .map(it -> seenAgain(it, ending, now))
          .or(() -> Optional.of(new EndingSeen(ending, now, now, false, Optional.empty())));
    }
    return before.filter(EndingSeen::confirmed).flatMap(it -> absent(it, now));
  }

  private static EndingSeen seenAgain(EndingSeen before, Ending ending, Instant now) {
    boolean apart = !now.isBefore(before.firstAt().plus(TWICE));
    return new EndingSeen(
        ending, before.firstAt(), now, before.confirmed() || apart, Optional.empty());
  }

  private static Optional<EndingSeen> absent(EndingSeen before, Instant now) {
    Instant since = before.absentSince().orElse(now);
    return now.isBefore(since.plus(TWICE))
        ? Optional.of(
            new EndingSeen(
                before.ending(), before.firstAt(), before.lastAt(), true, Optional.of(since)))
        : Optional.empty();
  }

  /** The first failure and the newest ones. */
  private static List<Failure> failures(List<Failure> before, Failure failure) {
    List<Failure> all = new ArrayList<>(before);
    all.add(failure);
    if (all.size() > TargetState.MOST_FAILURES) {
      all.remove(TargetState.MOST_FAILURES / 2);
    }
    return all;
  }

  static <T> List<T> lastOf(List<T> before, T next, int most) {
    List<T> all = new ArrayList<>(before);
    all.add(next);
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }
}
