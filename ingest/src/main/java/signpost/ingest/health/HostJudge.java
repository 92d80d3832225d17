package signpost.ingest.health;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.LinkEvent;
import signpost.ingest.health.HostState.Incident;

/** Judges a host by how its targets fare. Pure. */
public final class HostJudge {
  /** Below this many failing targets it is the links that are broken, not the host. */
  static final int FEWEST = 3;

  private static final int MASS_SHARE = 10;
  private static final int MASS_FEWEST = 2;

  private HostJudge() {}

  /**
   * How the visited targets of a host stand, this visit included.
   *
   * @param failing how many fail, by the class of their newest failure
   * @param missingLately how many answer 404 or 410 and are not yet called broken
   */
  public record Count(int targets, Map<FailureClass, Integer> failing, int missingLately) {
    public Count {
      failing = Map.copyOf(failing);
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
   * Judges a host after the visit of one of its targets.
   *
   * @param failure how this visit's target fails, if it does
   * @param firstFailureAt since when it does
   */
  public static HostJudgement judge(
      HostState before,
      Count count,
      Optional<FailureClass> failure,
      Instant firstFailureAt,
      Instant now) {
    return before
        .incident()
        .map(incident -> goesOn(incident, count, now))
        .orElseGet(
            () -> failure.map(it -> begins(it, count, firstFailureAt)).orElseGet(HostJudge::well));
  }

  /** Whether so many turned 404 together that a bad deployment is likely. */
  public static boolean massMissing(Count count) {
    return count.missingLately() >= MASS_FEWEST
        && count.missingLately() * MASS_SHARE > count.targets();
  }

  private static HostJudgement well() {
    return new HostJudgement(HostState.WELL, Optional.empty());
  }

  private static HostJudgement begins(FailureClass failure, Count count, Instant since) {
    int like = count.failingLike(failure);
    if (like < FEWEST || 2 * like <= count.targets()) {
      return well();
    }
    return new HostJudgement(
        new HostState(Optional.of(new Incident(failure, since, false))),
        Optional.of(LinkEvent.HostState.IN_TROUBLE));
  }

  private static HostJudgement goesOn(Incident incident, Count count, Instant now) {
    int failing = count.failing().values().stream().mapToInt(Integer::intValue).sum();
    if (2 * failing <= count.targets()) {
      return new HostJudgement(HostState.WELL, Optional.of(LinkEvent.HostState.RECOVERED));
    }
    Instant tellAt = incident.since().plus(Evidence.of(incident.failure()).ofHost());
    if (incident.told() || now.isBefore(tellAt)) {
      return new HostJudgement(new HostState(Optional.of(incident)), Optional.empty());
    }
    return new HostJudgement(
        new HostState(Optional.of(new Incident(incident.failure(), incident.since(), true))),
        Optional.of(LinkEvent.HostState.DOWN));
  }
}
