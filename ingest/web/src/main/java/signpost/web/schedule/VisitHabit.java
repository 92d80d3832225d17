package signpost.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is kept of a target to say when it is looked at next.
 *
 * @param seenAt when it was last seen whether it had changed
 * @param listed what its publisher's sitemap gave as the time of its last change, as written
 * @param hintedAt when the publisher said that it had changed since it was last seen
 * @param untoldAt when a visit last found a change that nobody had told of, until they do
 */
public record VisitHabit(
    ChangeRate rate,
    Optional<Instant> seenAt,
    Optional<String> listed,
    Optional<Instant> hintedAt,
    Optional<Instant> untoldAt) {
  /** Of a target never visited. */
  public static final VisitHabit NEW =
      new VisitHabit(
          ChangeRate.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public VisitHabit {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(seenAt, "seenAt");
    Objects.requireNonNull(listed, "listed");
    Objects.requireNonNull(hintedAt, "hintedAt");
    Objects.requireNonNull(untoldAt, "untoldAt");
  }

  /** After a visit that showed whether it had changed; the first shows nothing yet. */
  public VisitHabit seen(boolean changed, Instant now) {
    ChangeRate after =
        seenAt
            .filter(it -> it.isBefore(now))
            .map(it -> rate.after(changed, Duration.between(it, now)))
            .orElse(rate);
    boolean untold = changed && seenAt.isPresent() && hintedAt.isEmpty();
    return new VisitHabit(
        after,
        Optional.of(now),
        listed,
        Optional.empty(),
        untold ? Optional.of(now) : changed ? Optional.empty() : untoldAt);
  }

  /** Whether it was seen after the time which its publisher gives for its last change. */
  public boolean isSeenSince(String changed) {
    return seenAt.filter(it -> ListedTime.of(changed).filter(it::isAfter).isPresent()).isPresent();
  }

  /** Whether a line of such a time tells of the change that a visit had found before it. */
  public boolean isToldLate(String changed) {
    return untoldAt
        .filter(it -> ListedTime.of(changed).filter(it::isAfter).isPresent())
        .isPresent();
  }

  /** The publisher lists it so now, and says by that that it has changed, or does not. */
  public VisitHabit listed(String as, boolean changed, Instant now) {
    return new VisitHabit(
        rate,
        seenAt,
        Optional.of(as),
        changed ? Optional.of(now) : hintedAt,
        isToldLate(as) ? Optional.empty() : untoldAt);
  }

  /** Changes a day of which a publisher so trusted does not tell. */
  public double untold(HintTrust trust) {
    return listed.isPresent() ? rate.perDay() * (1 - trust.share()) : rate.perDay();
  }
}
