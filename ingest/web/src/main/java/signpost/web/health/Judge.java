package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import signpost.web.health.Judgement.HealthTransition;

/**
 * Judges one target: its memory before, what was just seen, how its host fares, and the time. Pure.
 * A success resets every failure; time alone is never evidence.
 */
public final class Judge {
  /** A rate limit is a wall after so many in a row. */
  static final int WALLS = 3;

  private final RecheckPolicy rechecks;

  /** {@code every}: how often a target that is well is checked. */
  public Judge(Duration every) {
    this.rechecks = new RecheckPolicy(every);
  }

  /** What {@code seen} makes of {@code before}; what it does not say stays as it was. */
  public Judgement judge(TargetState before, Observation seen, HostView host, Instant now) {
    if (host.ourNetworkInTrouble()) {
      return new Judgement(before, Optional.empty(), now.plus(RecheckPolicy.FIRST));
    }
    TargetState remembered = TargetMemory.add(before, seen, host, now);
    LinkHealth health = TransitionTable.next(remembered, seen, host, now);
    TargetState after = remembered.withHealth(health);
    Optional<HealthTransition> transition =
        told(before.health()).equals(told(health))
            ? Optional.empty()
            : Optional.of(new HealthTransition(before.health(), health));
    return new Judgement(after, transition, rechecks.next(after, seen, now));
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
