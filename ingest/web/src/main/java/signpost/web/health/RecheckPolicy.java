package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;

/** When to look again, for the sake of a target's health. */
final class RecheckPolicy {
  static final Duration FIRST = Duration.ofMinutes(15);

  /** Late enough that the longest of bad deployments is over. */
  private static final Duration AFTER_A_DEPLOYMENT = Evidence.DEPLOYMENT.plusMinutes(10);

  /**
   * From the first failure; after the last of them daily. Between a day and three days the looks
   * fall on other hours of the day, so that what fails every night, or every sixth hour, is seen
   * well too.
   */
  private static final List<Duration> OF_A_SUSPECT =
      Stream.of(15, 60, 6 * 60, 13 * 60 + 10, 24 * 60, 35 * 60, 45 * 60, 58 * 60, 65 * 60, 72 * 60)
          .map(Duration::ofMinutes)
          .toList();

  private static final Duration WHILE_SILENT = Duration.ofMinutes(30);
  private static final Duration PATIENCE_WITH_SILENCE = Duration.ofHours(24);
  private static final Duration OF_A_RATE_LIMIT = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final Duration DAILY = Duration.ofDays(1);

  private final Duration every;

  RecheckPolicy(Duration every) {
    this.every = every;
  }

  Instant next(TargetState state, Observation seen, Instant now) {
    return switch (seen) {
      case TargetWorks _, StillThere _ -> afterAnswer(state, now);
      case TargetFails _ -> ofSuspect(state, now);
      case WalledTarget wall ->
          now.plus(wall.certain() || state.walls() >= Judge.WALLS ? DAILY : OF_A_RATE_LIMIT);
      case InsecureTarget _, NotAsked _ -> now.plus(every);
    };
  }

  /** An ending seen once, or gone once, is looked for again when a second look can prove it. */
  private Instant afterAnswer(TargetState state, Instant now) {
    Instant usual = now.plus(every);
    return state
        .ending()
        .filter(it -> !it.confirmed() || it.absentSince().isPresent())
        .flatMap(it -> secondLook(it, now))
        .filter(usual::isAfter)
        .orElse(usual);
  }

  /** Not for ever, should no page be read any more. */
  private static Optional<Instant> secondLook(TargetState.EndingSeen ending, Instant now) {
    Instant from = ending.absentSince().orElse(ending.firstAt());
    Duration apart =
        ending.absentSince().isPresent()
            ? TargetMemory.TWICE
            : Evidence.ofEnding(ending.ending().kind());
    Instant proves = from.plus(apart);
    Instant look = proves.isAfter(now) ? proves : now.plus(FIRST);
    return now.isBefore(proves.plus(PATIENCE)) ? Optional.of(look) : Optional.empty();
  }

  /** From the first failure; from the first 404 too, whose evidence counts from there. */
  private static Instant ofSuspect(TargetState state, Instant now) {
    Instant first = state.failures().getFirst().at();
    Optional<Instant> missing =
        state.failures().stream()
            .filter(it -> Evidence.of(it.failure()) == Evidence.MISSING)
            .map(TargetState.FailedVisit::at)
            .findFirst();
    return Stream.concat(
            OF_A_SUSPECT.stream().map(first::plus),
            missing.stream().map(at -> evidence(at, state, now)))
        .filter(now::isBefore)
        .min(Instant::compareTo)
        .orElseGet(() -> now.plus(DAILY));
  }

  /**
   * Returns when a 404 can be confirmed; soon, if the visit that should have confirmed it got no
   * answer.
   */
  private static Instant evidence(Instant missing, TargetState state, Instant now) {
    Instant proves = missing.plus(AFTER_A_DEPLOYMENT);
    boolean hidden = !now.isBefore(proves) && now.isBefore(proves.plus(PATIENCE_WITH_SILENCE));
    return hidden && state.failures().getLast().failure().isSilence()
        ? now.plus(WHILE_SILENT)
        : proves;
  }
}
