package signpost.web.health;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import signpost.events.LinkHealth;

/** What the judge says after a visit. */
public record Judgement(
    TargetState after, Optional<HealthTransition> transition, Instant nextCheckAt) {
  public Judgement {
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(transition, "transition");
    Objects.requireNonNull(nextCheckAt, "nextCheckAt");
  }

  /** From one state to another. */
  public record HealthTransition(LinkHealth from, LinkHealth to) {
    public HealthTransition {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }
}
