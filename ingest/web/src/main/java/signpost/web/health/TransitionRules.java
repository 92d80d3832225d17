package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
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
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;

/** The rules of {@link TransitionTable}. Pure. */
final class TransitionRules {
  /** A redirect is permanent when it has led to the same place this long. */
  static final Duration MOVE_STABLE = Duration.ofDays(7);

  /** A certificate that ends within this is told. */
  static final Duration CERTIFICATE_NEAR = Duration.ofDays(21);

  private TransitionRules() {}

  static LinkHealth by(
      TransitionTable.TransitionRule rule,
      TargetState state,
      Observation seen,
      HostView host,
      Instant now) {
    return switch (rule) {
      case WELL -> wellOrEnded(state, certificateEndsAt(seen), now);
      case UNPROVEN -> unproven(state, fails(seen), host);
      case STILL_BROKEN -> stillBroken(state, fails(seen).failure());
      case SHUT_OUT -> shutOut(state, how(seen));
      case STILL_SHUT_OUT -> new Blocked(how(seen).how(), since(state));
      case INSECURE -> insecure(seen);
      case UNASKED -> new NotChecked(why(seen));
      case KEPT -> state.health();
    };
  }

  private static LinkHealth wellOrEnded(
      TargetState state, Optional<Instant> certificateEndsAt, Instant now) {
    return state
        .ending()
        .filter(TargetState.EndingSeen::confirmed)
        .<LinkHealth>map(it ->
            new GoneInPlace(
                it.ending().kind(), it.firstAt(), it.ending().words(), it.ending().replacement()))
        .or(() ->
            state.move().filter(it -> stable(state, it)).map(it -> new Moved(it.to(), it.since())))
        .or(() ->
            certificateEndsAt
                .filter(now.plus(CERTIFICATE_NEAR)::isAfter)
                .map(at -> new TlsProblem("it ends soon", Optional.of(at))))
        .orElseGet(Ok::new);
  }

  /** The move has been seen again after it had stood for its time, or was called a move before. */
  private static boolean stable(TargetState state, TargetState.PermanentMove move) {
    boolean was = state.health() instanceof Moved moved && moved.to().equals(move.to());
    return was || !move.since().plus(MOVE_STABLE).isAfter(lastSeen(state, move));
  }

  private static Instant lastSeen(TargetState state, TargetState.PermanentMove move) {
    return state.tried().isEmpty() ? move.since() : state.tried().getLast().at();
  }

  /** A host's trouble explains that it is silent here; what it answers counts all the same. */
  private static LinkHealth unproven(TargetState state, TargetFails seen, HostView host) {
    if (host.incident().isPresent() && seen.isSilence()) {
      return new Unknown("most of its site gives no answer", host.incident().get());
    }
    Instant since = state.failures().getFirst().at();
    return Evidence.of(seen.failure()).isIn(state.failures(), isVouchedFor(state, host))
        ? new Broken(seen.failure(), since)
        : new Suspect(seen.failure(), since);
  }

  /**
   * A missing page is no bad deployment where its neighbours are well and did not turn missing with
   * it, nor where its publisher's own records say that it was taken down.
   */
  private static boolean isVouchedFor(TargetState state, HostView host) {
    boolean alone = !state.mass() && host.neighbours() == HostNeighbours.WELL;
    return alone || state.isRemoved();
  }

  /**
   * A broken target changes its failure class only when the new class has enough evidence of its
   * own.
   */
  private static LinkHealth stillBroken(TargetState state, FailureClass now) {
    FailureClass was = state.health() instanceof Broken broken ? broken.failure() : now;
    boolean told =
        Evidence.of(was) == Evidence.of(now) || Evidence.of(now).isInLately(state.failures());
    return new Broken(told ? now : was, state.failures().getFirst().at());
  }

  private static LinkHealth shutOut(TargetState state, WalledTarget wall) {
    return wall.certain() || state.walls() >= Judge.WALLS
        ? new Blocked(wall.how(), state.tried().getLast().at())
        : state.health();
  }

  private static Instant since(TargetState state) {
    return state.health() instanceof Blocked blocked
        ? blocked.since()
        : state.tried().getLast().at();
  }

  private static LinkHealth insecure(Observation seen) {
    if (seen instanceof InsecureTarget it) {
      return new TlsProblem(it.problem(), it.endsAt());
    }
    throw wrongRule(seen);
  }

  private static String why(Observation seen) {
    if (seen instanceof NotAsked it) {
      return it.why();
    }
    throw wrongRule(seen);
  }

  private static WalledTarget how(Observation seen) {
    if (seen instanceof WalledTarget it) {
      return it;
    }
    throw wrongRule(seen);
  }

  private static TargetFails fails(Observation seen) {
    if (seen instanceof TargetFails it) {
      return it;
    }
    throw wrongRule(seen);
  }

  private static Optional<Instant> certificateEndsAt(Observation seen) {
    return switch (seen) {
      case TargetWorks it -> it.certificateEndsAt();
      case StillThere it -> it.certificateEndsAt();
      case TargetFails _, WalledTarget _, InsecureTarget _, NotAsked _ -> throw wrongRule(seen);
    };
  }

  private static IllegalStateException wrongRule(Observation seen) {
    return new IllegalStateException("the table gives a wrong rule for " + seen);
  }
}
