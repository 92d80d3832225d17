package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.LinkEvent;
import signpost.web.health.HostCount.TargetCensus;
import signpost.web.health.HostState.HostIncident;

/** Judges a host by how its targets fare. Pure. */
public final class HostJudge {
  /** Below this many silent targets it is the links that are broken, not the host. */
  static final int FEWEST = 3;

  /** What was seen so recently says how the host fares now. */
  public static final Duration LATELY = Duration.ofHours(1);

  /** So many neighbours are asked at most. */
  public static final int WITNESSES = 60;

  /**
   * So many must be well before one page is believed to be missing by itself. A bad deployment that
   * spares fifty of them and hits one is rarer than a page's end by a factor of a thousand.
   */
  static final int ENOUGH = 48;

  private static final int MASS_SHARE = 50;
  private static final int MASS_FEWEST = 2;

  private HostJudge() {}

  /** The host's state after a visit, and what happened to it, if anything did. */
  public record HostJudgement(HostState after, Optional<LinkEvent.HostState> happened) {
    /** Whether the host answers again, so that its silent targets are to be asked at once. */
    public boolean isBack() {
      return happened.filter(LinkEvent.HostState.RECOVERED::equals).isPresent();
    }
  }

  /** The host's judgement after a visit, and what the judge of links must know of the host. */
  public record HostReview(HostJudgement judgement, HostView view) {}

  /**
   * What one visit says of its host, besides the counts.
   *
   * @param silence how the host gave no answer, if it gave none
   * @param silentSince since when the target has met that silence
   */
  record HostSighting(Optional<FailureClass> silence, Instant silentSince, boolean breakerOpen) {
    /** Of a target and what is seen of it now. */
    static HostSighting of(TargetState before, Observation seen, boolean breakerOpen, Instant now) {
      return seen instanceof Observation.TargetFails fails && fails.isSilence()
          ? new HostSighting(
              Optional.of(fails.failure()), before.silentSince(fails.failure(), now), breakerOpen)
          : new HostSighting(Optional.empty(), now, breakerOpen);
    }

    HostSighting {
      Objects.requireNonNull(silence, "silence");
      Objects.requireNonNull(silentSince, "silentSince");
    }
  }

  /**
   * Looks at a host after the visit of one of its targets.
   *
   * @param everWell whether the target's page was ever seen
   * @param breakerOpen whether the host's connect breaker is open
   * @param census counted only where it matters
   */
  public static HostReview look(
      HostState host,
      TargetState before,
      Observation seen,
      boolean everWell,
      boolean breakerOpen,
      TargetCensus census,
      Instant now) {
    if (!(seen instanceof Observation.TargetFails) && host.incident().isEmpty()) {
      return new HostReview(well(), HostView.WELL);
    }
    HostCount count =
        HostCount.with(seen, everWell, before, census.since(before.failingSince(now)));
    HostJudgement judgement =
        judge(host, count, HostSighting.of(before, seen, breakerOpen, now), now);
    Optional<Instant> incident = judgement.after().incident().map(HostIncident::since);
    return new HostReview(
        judgement, new HostView(incident, neighbours(count, everWell, seen), false));
  }

  /**
   * Judges a host after the visit of one of its targets. While its connect breaker is open the host
   * is in trouble however few of its targets have been asked; and no longer in trouble once it is
   * closed and half of them answer.
   */
  static HostJudgement judge(HostState before, HostCount count, HostSighting sight, Instant now) {
    return before
        .incident()
        .map(incident -> goesOn(incident, count, sight, now))
        .orElseGet(
            () -> sight.silence().map(it -> begins(it, count, sight)).orElseGet(HostJudge::well));
  }

  /**
   * Returns whether a first failure should make the target's neighbours due at once. Otherwise a
   * bad deployment or a rebuilt site would be noticed only at each target's own visit: the first
   * target would be called broken before the others are known to fail, and each would be told
   * separately.
   */
  public static boolean callsWitnesses(TargetState before, Observation seen) {
    return switch (seen) {
      case Observation.TargetFails fails ->
          before.failures().isEmpty() && Evidence.of(fails.failure()) == Evidence.MISSING;
      case Observation.TargetWorks works ->
          before.ending().isEmpty()
              && works.ending().filter(it -> !Evidence.isNotice(it.kind())).isPresent();
      case Observation.StillThere _,
          Observation.WalledTarget _,
          Observation.InsecureTarget _,
          Observation.NotAsked _ ->
          false;
    };
  }

  /**
   * What the neighbours of a missing page say. One that was there must be missing alone among many
   * that are well; one that never was has not turned missing with others, so that any neighbour
   * that is well shows that its site is.
   */
  static HostNeighbours neighbours(HostCount count, boolean everWell, Observation seen) {
    boolean here = HostSign.of(seen) == HostSign.MISSING;
    if (here && !everWell) {
      return count.wellLately() > 0 ? HostNeighbours.WELL : HostNeighbours.UNKNOWN;
    }
    boolean mass =
        count.turnedMissing() >= MASS_FEWEST
            && count.turnedMissing() * MASS_SHARE > count.askedLately();
    if (here && mass) {
      return HostNeighbours.MISSING_TOO;
    }
    return here && count.wellSince() >= ENOUGH ? HostNeighbours.WELL : HostNeighbours.UNKNOWN;
  }

  private static HostJudgement well() {
    return new HostJudgement(HostState.WELL, Optional.empty());
  }

  private static HostJudgement begins(FailureClass silence, HostCount count, HostSighting sight) {
    int like = count.silentLike(Evidence.of(silence));
    boolean many = like >= FEWEST && 2 * like > count.witnesses();
    boolean shut = sight.breakerOpen() && count.witnesses() >= FEWEST;
    return many || shut
        ? new HostJudgement(
            new HostState(Optional.of(new HostIncident(silence, sight.silentSince(), false))),
            Optional.of(LinkEvent.HostState.IN_TROUBLE))
        : well();
  }

  /**
   * A host is reported as down only if the present target gets no answer now and has had none for
   * the whole time: what other targets met yesterday may be over.
   */
  private static boolean hasBeenSilentFor(
      Duration evidence, HostIncident incident, HostSighting sight, Instant now) {
    return sight.silence().isPresent()
        && !now.isBefore(incident.since().plus(evidence))
        && !now.isBefore(sight.silentSince().plus(evidence));
  }

  private static HostJudgement goesOn(
      HostIncident incident, HostCount count, HostSighting sight, Instant now) {
    boolean few = 2 * count.silent() <= count.witnesses() || count.witnesses() < FEWEST;
    if (few && !sight.breakerOpen()) {
      return new HostJudgement(HostState.WELL, Optional.of(LinkEvent.HostState.RECOVERED));
    }
    Duration evidence = Evidence.of(incident.failure()).ofHost();
    if (incident.told() || few || !hasBeenSilentFor(evidence, incident, sight, now)) {
      return new HostJudgement(new HostState(Optional.of(incident)), Optional.empty());
    }
    return new HostJudgement(
        new HostState(Optional.of(new HostIncident(incident.failure(), incident.since(), true))),
        Optional.of(LinkEvent.HostState.DOWN));
  }
}
