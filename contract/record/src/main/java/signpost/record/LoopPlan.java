package signpost.record;

import java.time.Duration;

/**
 * What a loop is called and what may be expected of it. {@code name} is its thread's; {@code doing}
 * begins a sentence for people ("Deciding who is told"); {@code idle}: how long it rests when a
 * step found nothing to do, as {@link GrowingRest} draws it out; {@code patience}: a step that
 * takes longer has not got on; {@code interruptible}: whether a step that will not end may be
 * interrupted when the loop is closed; {@code needed}: whether its module is not ready while it
 * fails.
 */
public record LoopPlan(
    String name,
    String doing,
    Duration idle,
    Duration patience,
    boolean interruptible,
    boolean needed) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  public LoopPlan {
    if (name.isBlank() || doing.isBlank()) {
      throw new IllegalArgumentException("a loop needs a name and words for what it does");
    }
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("patience must be positive, not " + patience);
    }
  }

  /** A plan with a minute's patience for each step. */
  public static LoopPlan of(String name, String doing, Duration idle) {
    return new LoopPlan(name, doing, idle, PATIENCE, true, true);
  }

  /** The same with another patience for each step. */
  public LoopPlan withPatience(Duration patience) {
    return new LoopPlan(name, doing, idle, patience, interruptible, needed);
  }

  /** The same for steps that an interruption could harm. */
  public LoopPlan uninterrupted() {
    return new LoopPlan(name, doing, idle, patience, false, needed);
  }

  /** The same for what its module can be ready without. */
  public LoopPlan unneeded() {
    return new LoopPlan(name, doing, idle, patience, interruptible, false);
  }
}
