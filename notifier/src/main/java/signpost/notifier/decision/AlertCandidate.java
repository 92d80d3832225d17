package signpost.notifier.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import signpost.events.FindingEvent.FindingState;
import signpost.notifier.answer.OwnerAnswer;
import signpost.notifier.finding.Finding;

/**
 * A finding that may be worth a word, what its group knows of it and what its guide answered.
 * {@code standsIn} is there for whoever is told only when somebody nearer has not answered for so
 * long.
 */
public record AlertCandidate(
    Finding finding,
    Optional<ToldLog> told,
    Optional<OwnerAnswer> answer,
    Optional<Duration> standsIn) {

  /** Whether the group has not heard the latest. Recovery is news only to who heard of trouble. */
  boolean isNews(Instant now) {
    return knownAs(now).isEmpty();
  }

  /** Why it is no news; nothing if it is. */
  Optional<HeldReason> knownAs(Instant now) {
    if (answer.filter(it -> it.silences(finding, now)).isPresent()) {
      return Optional.of(HeldReason.ANSWERED);
    }
    Optional<ToldLog> firing = firing();
    if (!finding.isOpen()) {
      return over(firing.isPresent());
    }
    if (firing.isEmpty()) {
      return escalatesAt().filter(now::isBefore).map(_ -> HeldReason.NEARER_OWNER);
    }
    boolean again = finding.kind().isRepeated() && firing.get().news() < finding.news();
    return again || endedSince(firing.get(), now)
        ? Optional.empty()
        : Optional.of(HeldReason.ALREADY_TOLD);
  }

  /** What was last told, unless that was that it is over. */
  private Optional<ToldLog> firing() {
    return told.filter(last -> last.state() != FindingState.RESOLVED);
  }

  private Optional<HeldReason> over(boolean heardOfTrouble) {
    if (heardOfTrouble) {
      return finding.quiet() ? Optional.of(HeldReason.QUIET) : Optional.empty();
    }
    return Optional.of(told.isPresent() ? HeldReason.ALREADY_TOLD : HeldReason.NEVER_TOLD);
  }

  /** Whether it was put off after it was told, and that has ended. */
  private boolean endedSince(ToldLog last, Instant now) {
    return answer
        .filter(it -> it.isOver(now))
        .flatMap(it -> it.verdict().ends())
        .filter(last.at()::isBefore)
        .isPresent();
  }

  /** Since when there is something to tell: the news, or the end of what kept it quiet. */
  Instant newsAt(Instant now) {
    Instant changed = escalatesAt().orElse(finding.changedAt());
    return answer
        .filter(it -> it.isOver(now) && finding.isOpen())
        .flatMap(it -> it.verdict().ends())
        .filter(changed::isBefore)
        .orElse(changed);
  }

  private Optional<Instant> escalatesAt() {
    return standsIn.filter(_ -> finding.isOpen()).map(finding.changedAt()::plus);
  }

  boolean isEscalated() {
    return standsIn.isPresent();
  }

  boolean isHeld(Instant now) {
    return finding.heldUntil().filter(now::isBefore).isPresent();
  }

  /** When it may become news by the passing of time alone. */
  Optional<Instant> wakesAt(Instant now) {
    Optional<Instant> answered = answer.flatMap(it -> it.wakesAt(finding, now));
    if (answered.isPresent() || answer.filter(it -> it.silences(finding, now)).isPresent()) {
      return answered;
    }
    return finding
        .heldUntil()
        .filter(_ -> isNews(now))
        .or(() -> escalatesAt().filter(_ -> firing().isEmpty()));
  }
}
