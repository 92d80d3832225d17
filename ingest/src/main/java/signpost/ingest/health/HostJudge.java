package signpost.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.LinkEvent;
import signpost.ingest.health.HostState.Incident;

/** Judges a host by how its targets fare. Pure. */
public final class HostJudge {
  /** Below this many failing targets it is the links that are broken, not the host. */
  static final int FEWEST = 3;

  /** What was seen so recently says how the host fares now. */
  public static final Duration LATELY = Duration.ofHours(1);

  /** So many neighbours are asked at most. */
  public static final int WITNESSES = 24;

  private static final int MASS_SHARE = 50;
  private static final int MASS_FEWEST = 2;

  private HostJudge() {}

  /**
   * How the visited targets of a host stand, this visit included.
   *
   * @param failing how many fail, by the class of their newest failure
   * @param missingLately how many answer 404 or 410 and are not yet called broken
   * @param askedLately how many were visited within {@link #LATELY}, this one included
   */
  public record Count(
      int targets, Map<FailureClass, Integer> failing, int missingLately, int askedLately) {
    public Count {
      failing = Map.copyOf(failing);
    }

    private int failingAtAll() {
      return failing.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int failingLike(FailureClass failure) {
      Evidence kind = Evidence.of(failure);
      return failing.entrySet().stream()
          .filter(it -> Evidence.of(it.getKey()) == kind)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /** The host's state after a visit, and what happened to it, if anything did. */
  public record HostJudgement(HostState after, Optional<LinkEvent.HostState> happened) {}

  /**
   * What one visit says of its host, besides the counts.
   *
   * @param firstFailureAt since when the target has failed as it fails now
   */
  public record Sight(Optional<FailureClass> failure, Instant firstFailureAt, boolean breakerOpen) {
    /** Of a target and what is seen of it now. */
    public static Sight of(TargetState before, Observation seen, boolean breakerOpen, Instant now) {
      return seen instanceof Observation.Fails fails
          ? new Sight(
              Optional.of(fails.failure()),
              before.failingLikeThisSince(fails.failure(), now),
              breakerOpen)
          : new Sight(Optional.empty(), now, breakerOpen);
    }

    public Sight {
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(firstFailureAt, "firstFailureAt");
    }
  }

  /**
   * Judges a host after the visit of one of its targets. While its connect breaker is open the host
   * is in trouble however few of its targets have been asked; and no longer in trouble once it is
   * closed and half of them work.
   */
  public static HostJudgement judge(HostState before, Count count, Sight sight, Instant now) {
    return before
        .incident()
        .map(incident -> goesOn(incident, count, sight, now))
        .orElseGet(
            () -> sight.failure().map(it -> begins(it, count, sight)).orElseGet(HostJudge::well));
  }

  /**
   * Whether a target that now answers 404 or 410 for the first time calls for its neighbours to be
   * asked at once: were a bad deployment only noticed at each one's daily visit, the first would be
   * called broken before the others are known to fail.
   */
  public static boolean callsWitnesses(TargetState before, Observation seen) {
    return before.failures().isEmpty()
        && seen instanceof Observation.Fails fails
        && Evidence.of(fails.failure()) == Evidence.MISSING;
  }

  /** Whether so many turned 404 together that a bad deployment is likely. */
  public static boolean massMissing(Count count) {
    return count.missingLately() >= MASS_FEWEST
        && count.missingLately() * MASS_SHARE > count.askedLately();
  }

  private static HostJudgement well() {
    return new HostJudgement(HostState.WELL, Optional.empty());
  }

  private static HostJudgement begins(FailureClass failure, Count count, Sight sight) {
    int like = count.failingLike(failure);
    boolean many = like >= FEWEST && 2 * like > count.targets();
    boolean shut = sight.breakerOpen() && count.targets() >= FEWEST;
    return many || shut
        ? new HostJudgement(
            new HostState(Optional.of(new Incident(failure, sight.firstFailureAt(), false))),
            Optional.of(LinkEvent.HostState.IN_TROUBLE))
        : well();
  }

  /**
   * A host is told down by a target that fails now and has failed for all that time: what others
   * were found to be yesterday may be over.
   */
  private static boolean hasFailedFor(
      Duration evidence, Incident incident, Sight sight, Instant now) {
    return sight.failure().isPresent()
        && !now.isBefore(incident.since().plus(evidence))
        && !now.isBefore(sight.firstFailureAt().plus(evidence));
  }

  private static HostJudgement goesOn(Incident incident, Count count, Sight sight, Instant now) {
    boolean few = 2 * count.failingAtAll() <= count.targets();
    if (few && !sight.breakerOpen()) {
      return new HostJudgement(HostState.WELL, Optional.of(LinkEvent.HostState.RECOVERED));
    }
    Duration evidence = Evidence.of(incident.failure()).ofHost();
    if (incident.told() || few || !hasFailedFor(evidence, incident, sight, now)) {
      return new HostJudgement(new HostState(Optional.of(incident)), Optional.empty());
    }
    return new HostJudgement(
        new HostState(Optional.of(new Incident(incident.failure(), incident.since(), true))),
        Optional.of(LinkEvent.HostState.DOWN));
  }
}
