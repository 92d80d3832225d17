package signpost.search.intake;

import java.time.Instant;

/** How the intake stands. */
public sealed interface IntakeState {

  /** Not connected yet since the start. */
  record IntakeStarting() implements IntakeState {}

  /** Reading. */
  record IntakeRunning() implements IntakeState {}

  /** Stopped by a failure and tried again by itself; pages show what was taken in before. */
  record IntakeStopped(String reason, Instant since) implements IntakeState {}
}
