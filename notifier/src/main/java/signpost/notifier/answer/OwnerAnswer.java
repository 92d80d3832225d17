package signpost.notifier.answer;

import java.time.Instant;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.notifier.finding.Finding;

/**
 * What an owner of a guide said of a finding. It holds for that guide alone: two guides that share
 * a resource answer for themselves. {@code news} is how much was known when it was given, {@code
 * rule} what raised the finding, {@code owner} who gave it.
 */
public record OwnerAnswer(
    String guide,
    String subject,
    FindingKind kind,
    String finding,
    int news,
    String rule,
    OwnerVerdict verdict,
    String owner,
    Instant at) {

  /** Whether a finding of its subject and kind is not to be told now. */
  public boolean silences(Finding now, Instant at) {
    boolean same = isOfThis(now);
    return switch (verdict) {
      case OwnerVerdict.Acknowledged _ -> same && now.isOpen() && now.news() <= news;
      case OwnerVerdict.Snoozed snoozed -> same && now.isOpen() && at.isBefore(snoozed.until());
      case OwnerVerdict.Ignored _ -> !isOver(at);
      case OwnerVerdict.Keep _,
          OwnerVerdict.Replace _,
          OwnerVerdict.Remove _,
          OwnerVerdict.Wrong _ ->
          same;
    };
  }

  /** Whether it has ended by itself. */
  public boolean isOver(Instant at) {
    return verdict.ends().filter(until -> !at.isBefore(until)).isPresent();
  }

  /**
   * Returns whether the answer still settles this finding; if not, an owner has to answer again.
   */
  public boolean holds(Finding now, Instant at) {
    boolean overtaken =
        verdict instanceof OwnerVerdict.Acknowledged && now.isOpen() && now.news() > news;
    return isAbout(now) && !isOver(at) && !overtaken;
  }

  /** Whether it is about this finding at all, told or not. */
  public boolean isAbout(Finding now) {
    return verdict instanceof OwnerVerdict.Ignored || isOfThis(now);
  }

  /** Whether it was given to this very finding, and to what is known of it now. */
  private boolean isOfThis(Finding now) {
    return finding.equals(now.id()) && (!now.kind().isRepeated() || now.news() <= news);
  }

  /** As events tell it: without who. */
  public GuideAnswer told() {
    return new GuideAnswer(guide, verdict.kind(), verdict.words(), at, verdict.ends());
  }

  /** When a finding may be told again because of its end; nothing when it is not silenced. */
  public Optional<Instant> wakesAt(Finding now, Instant at) {
    return silences(now, at) ? verdict.ends() : Optional.empty();
  }
}
