package signpost.ingest.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.ingest.registration.RegistryAnswer.Registered;
import signpost.ingest.registration.RegistryAnswer.Silent;
import signpost.ingest.registration.RegistryAnswer.Unsaid;

/**
 * When a registry is asked again, and whether a name is about to end: 30 days before, and until it
 * is renewed; or is another's, which does not end. Pure.
 */
final class RegistrationRule {
  /** How long before its end a name is told of. */
  static final Duration BEFORE = Duration.ofDays(30);

  static final Duration USUALLY = Duration.ofDays(30);
  static final Duration WHILE_ENDING = Duration.ofDays(2);
  private static final int MOST_DOUBLINGS = 4;

  /** A registry may write the same day otherwise. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private RegistrationRule() {}

  /** What is known now, and when to ask again. */
  record RegistrationDecision(RegistrationState after, Instant dueAt) {}

  /**
   * The decision after an answer.
   *
   * @param sites the origins of the name that guides lead to
   */
  static RegistrationDecision after(
      RegistrationState before, RegistryAnswer answer, List<String> sites, Instant now) {
    List<String> still = before.isTold() ? sites : List.of();
    return switch (answer) {
      case Registered said -> said(before, said, sites, now);
      // One that was about to end, and that its registry does not know any more, is not renewed.
      case Unsaid(String why) ->
          new RegistrationDecision(
              before.unsaid(still, 0, why), now.plus(before.isTold() ? WHILE_ENDING : USUALLY));
      case Silent(String why) ->
          new RegistrationDecision(
              before.unsaid(still, before.silent() + 1, why), now.plus(afterSilence(before)));
    };
  }

  private static Duration afterSilence(RegistrationState before) {
    Duration usually = Duration.ofDays(1L << Math.min(before.silent(), MOST_DOUBLINGS));
    boolean promised = before.isTold() && usually.compareTo(WHILE_ENDING) > 0;
    return promised ? WHILE_ENDING : usually;
  }

  private static RegistrationDecision said(
      RegistrationState before, Registered said, List<String> sites, Instant now) {
    Instant tellAt = said.until().minus(BEFORE);
    boolean ending = said.lapsed() || endsSoon(said.until(), now);
    Optional<Instant> anew = anew(before, said).or(before::anew);
    Instant usually = now.plus(USUALLY);
    return new RegistrationDecision(
        new RegistrationState(
            Optional.of(said.until()),
            said.lapsed(),
            before.began().or(said::began),
            anew,
            ending || anew.isPresent() ? sites : List.of(),
            0,
            ""),
        ending ? now.plus(WHILE_ENDING) : tellAt.isBefore(usually) ? tellAt : usually);
  }

  /** Whether the name ends soon, or has, by what its registry said last. */
  static boolean isEnding(RegistrationState known, Instant now) {
    return known.lapsed() || known.until().filter(it -> endsSoon(it, now)).isPresent();
  }

  private static boolean endsSoon(Instant until, Instant now) {
    return !until.minus(BEFORE).isAfter(now);
  }

  /** Who renews a name keeps its first day; who takes one that was let go begins with another. */
  private static Optional<Instant> anew(RegistrationState before, Registered said) {
    return said.began()
        .filter(it -> before.began().filter(was -> it.isAfter(was.plus(A_DAY))).isPresent());
  }
}
