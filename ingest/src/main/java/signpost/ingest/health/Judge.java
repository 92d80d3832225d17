package signpost.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.events.LinkHealth.Blocked;
import signpost.events.LinkHealth.Broken;
import signpost.events.LinkHealth.GoneInPlace;
import signpost.events.LinkHealth.Moved;
import signpost.events.LinkHealth.NotChecked;
import signpost.events.LinkHealth.Ok;
import signpost.events.LinkHealth.Suspect;
import signpost.events.LinkHealth.TlsProblem;
import signpost.events.LinkHealth.Unknown;
import signpost.ingest.health.Judgement.Transition;
import signpost.ingest.health.Observation.Fails;
import signpost.ingest.health.Observation.Insecure;
import signpost.ingest.health.Observation.NotAsked;
import signpost.ingest.health.Observation.StillThere;
import signpost.ingest.health.Observation.Walled;
import signpost.ingest.health.Observation.Works;

/**
 * Judges one target: its memory before, what was just seen, how its host fares, and the time. Pure.
 * A success resets every failure; time alone is never evidence.
 */
public final class Judge {
  /** A redirect is permanent when it has led to the same place this long. */
  static final Duration MOVE_STABLE = Duration.ofDays(7);

  /** A rate limit is a wall after so many in a row. */
  static final int WALLS = 3;

  private final Rechecks rechecks;

  /** {@code every}: how often a target that is well is checked. */
  public Judge(Duration every) {
    this.rechecks = new Rechecks(every);
  }

  public Judgement judge(TargetState before, Observation seen, HostView host, Instant now) {
    if (host.ourNetworkInTrouble()) {
      return new Judgement(before, Optional.empty(), now.plus(Rechecks.FIRST));
    }
    TargetState remembered = Memory.add(before, seen, host, now);
    LinkHealth health = verdict(remembered, seen, host);
    TargetState after =
        new TargetState(
            health,
            remembered.failures(),
            remembered.mass(),
            remembered.walls(),
            remembered.move(),
            remembered.ending(),
            remembered.tried());
    Optional<Transition> transition =
        told(before.health()).equals(told(health))
            ? Optional.empty()
            : Optional.of(new Transition(before.health(), health));
    return new Judgement(after, transition, rechecks.next(after, seen, now));
  }

  private static LinkHealth verdict(TargetState state, Observation seen, HostView host) {
    return switch (seen) {
      case Works _, StillThere _ -> wellOrEnded(state);
      case Fails fails -> failing(state, fails.failure(), host);
      case Walled wall -> walled(state, wall);
      case Insecure insecure -> insecure(state, insecure);
      case NotAsked notAsked -> new NotChecked(notAsked.why());
    };
  }

  private static LinkHealth wellOrEnded(TargetState state) {
    return state
        .ending()
        .filter(TargetState.EndingSeen::confirmed)
        .<LinkHealth>map(it ->
            new GoneInPlace(
                it.ending().kind(), it.firstAt(), it.ending().words(), it.ending().replacement()))
        .or(() ->
            state.move().filter(it -> stable(state, it)).map(it -> new Moved(it.to(), it.since())))
        .orElseGet(Ok::new);
  }

  /** The move has been seen again after it had stood for its time, or was called a move before. */
  private static boolean stable(TargetState state, TargetState.Move move) {
    boolean was = state.health() instanceof Moved moved && moved.to().equals(move.to());
    return was || !move.since().plus(MOVE_STABLE).isAfter(lastSeen(state, move));
  }

  private static Instant lastSeen(TargetState state, TargetState.Move move) {
    return state.tried().isEmpty() ? move.since() : state.tried().getLast().at();
  }

  private static LinkHealth failing(TargetState state, FailureClass failure, HostView host) {
    Instant since = state.failures().getFirst().at();
    if (state.health() instanceof Broken was) {
      return new Broken(stillBroken(state, was.failure(), failure), since);
    }
    if (host.incident().isPresent()) {
      return new Unknown("its whole host is in trouble", host.incident().get());
    }
    return Evidence.of(failure).isIn(state.failures(), state.mass())
        ? new Broken(failure, since)
        : new Suspect(failure, since);
  }

  /** What is broken one way is broken another way only when that has evidence of its own. */
  private static FailureClass stillBroken(TargetState state, FailureClass was, FailureClass now) {
    boolean same = Evidence.of(was) == Evidence.of(now);
    return same || Evidence.of(now).isInLately(state.failures()) ? now : was;
  }

  /** Nothing was asked, so what was told of the page stands. */
  private static LinkHealth insecure(TargetState state, Insecure seen) {
    return switch (state.health()) {
      case Broken broken -> broken;
      case GoneInPlace gone -> gone;
      case Ok _, Moved _, Suspect _, Blocked _, TlsProblem _, NotChecked _, Unknown _ ->
          new TlsProblem(seen.problem(), seen.endsAt());
    };
  }

  /**
   * A wall tells nothing of the page: what was told stays so, what may yet pass changes nothing.
   */
  private static LinkHealth walled(TargetState state, Walled wall) {
    boolean blocked = wall.certain() || state.walls() >= WALLS;
    return switch (state.health()) {
      case Broken broken -> broken;
      case GoneInPlace gone -> gone;
      case Blocked before -> new Blocked(wall.how(), before.since());
      case Ok _, Moved _, Suspect _, TlsProblem _, NotChecked _, Unknown _ ->
          blocked ? new Blocked(wall.how(), state.tried().getLast().at()) : state.health();
    };
  }

  /** What of a state is worth a transition: its kind and what an owner would be told of it. */
  private static List<Object> told(LinkHealth health) {
    return switch (health) {
      case Ok _, Suspect _, Blocked _, NotChecked _, Unknown _ -> List.of(health.getClass());
      case Moved it -> List.of(Moved.class, it.to());
      case Broken it -> List.of(Broken.class, Evidence.of(it.failure()));
      case GoneInPlace it -> List.of(GoneInPlace.class, it.kind());
      case TlsProblem it -> List.of(TlsProblem.class, it.problem());
    };
  }
}
