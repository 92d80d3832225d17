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
 * is renewed. Pure.
 */
final class RegistrationRule {
  /** How long before its end a name is told of. */
  static final Duration BEFORE = Duration.ofDays(30);

  static final Duration USUALLY = Duration.ofDays(30);
  static final Duration WHILE_ENDING = Duration.ofDays(2);
  private static final int MOST_DOUBLINGS = 4;

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
    List<String> still = before.isEnding() ? sites : List.of();
    return switch (answer) {
      case Registered said -> said(said, sites, now);
      // One that was about to end, and that its registry does not know any more, is not renewed.
      case Unsaid(String why) ->
          new RegistrationDecision(
              new RegistrationState(before.until(), still, 0, why),
              now.plus(before.isEnding() ? WHILE_ENDING : USUALLY));
      case Silent(String why) ->
          new RegistrationDecision(
              new RegistrationState(before.until(), still, before.silent() + 1, why),
              now.plus(Duration.ofDays(1L << Math.min(before.silent(), MOST_DOUBLINGS))));
    };
  }

  private static RegistrationDecision said(Registered said, List<String> sites, Instant now) {
    Instant tellAt = said.until().minus(BEFORE);
    boolean ending = said.lapsed() || !tellAt.isAfter(now);
    Instant usually = now.plus(USUALLY);
    return new RegistrationDecision(
        new RegistrationState(Optional.of(said.until()), ending ? sites : List.of(), 0, ""),
        ending ? now.plus(WHILE_ENDING) : tellAt.isBefore(usually) ? tellAt : usually);
  }
}
