package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.Attempt;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.RecordJson;
import signpost.events.Referrer;
import signpost.ingest.frontier.HostMemory;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.revisit.VisitTimes;
import signpost.ingest.successor.SuccessorSearches;
import signpost.record.outbox.Outbox;
import signpost.trace.CurrentSpan;
import signpost.trace.OpenSpan;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.health.Expectation;
import signpost.web.health.HealthExplanations;
import signpost.web.health.HostJudge;
import signpost.web.health.HostJudge.HostJudgement;
import signpost.web.health.HostState;
import signpost.web.health.HostView;
import signpost.web.health.Judge;
import signpost.web.health.Judgement;
import signpost.web.health.Observation;
import signpost.web.health.StatusPolicy;
import signpost.web.health.TargetState;
import signpost.web.politeness.HostPace;

/** Judges a visit and writes down what the judge says: states, and the events that tell of them. */
@Singleton
final class HealthStep {
  private final Outbox outbox;
  private final VisitTimes times;
  private final OurNetwork network;
  private final NotFoundProbes notFound;
  private final SuccessorSearches successors;

  HealthStep(
      Outbox outbox,
      VisitTimes times,
      OurNetwork network,
      NotFoundProbes notFound,
      SuccessorSearches successors) {
    this.outbox = outbox;
    this.times = times;
    this.network = network;
    this.notFound = notFound;
    this.successors = successors;
  }

  /** The judgement of a visit; its events are in the outbox. */
  Judgement judge(
      Handle handle, KnownTarget target, Visit visit, Optional<ReadablePage> page, Instant now) {
    Observation seen = StatusPolicy.of(visit.outcome(), page, expectation(handle, target));
    TargetState known = known(target);
    boolean ourNetwork = network.add(handle, visit.outcome().at().origin(), known, seen, now);
    TargetState before = network.forget(known);
    HostView host = ourNetwork ? HostView.UNSEEN : host(handle, target, visit, before, seen, now);
    Judge judge = new Judge(times.every(handle, target, now));
    Judgement judgement = judge.judge(before, seen, host, now);
    note(before, judgement.after());
    if (!ourNetwork) {
      if (HostJudge.callsWitnesses(before, seen)) {
        HostMemory.askWitnesses(handle, target.url(), HostJudge.WITNESSES, now);
      }
      TargetStore.judged(handle, target.url(), judgement.after(), now);
      tell(handle, target, visit.outcome(), judgement, now);
      if (target.placed()) {
        successors.judged(handle, target.url(), judgement.after(), now);
      }
      if (judgement.after().ending().filter(it -> !it.confirmed()).isPresent()) {
        TargetStore.askInFull(handle, target.url());
      }
    }
    return judgement;
  }

  /** What was known says why it was due: what is suspect is asked again soon. */
  private static void note(TargetState before, TargetState after) {
    OpenSpan visit = CurrentSpan.get();
    visit.note("signpost.verdict.before", before.health().getClass().getSimpleName());
    visit.note("signpost.verdict", after.health().getClass().getSimpleName());
  }

  /**
   * When a target is due of which nothing was read. That a page is as it was says how often it
   * changes; a mere link changes when its health does.
   */
  Instant unread(Handle handle, KnownTarget target, Visit visit, Judgement judgement, Instant now) {
    Instant due = judgement.nextCheckAt();
    boolean link = !target.kind().isRead();
    if (!link && !(visit instanceof Visit.Unchanged)) {
      return due;
    }
    boolean changed = link && judgement.transition().isPresent();
    return earlier(due, times.seen(handle, target, changed, now));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static TargetState known(KnownTarget target) {
    return target
        .judged()
        .map(json -> RecordJson.read(json, TargetState.class))
        .orElse(TargetState.NEW);
  }

  /** Makes a target due at once for a probe, where that tells more; otherwise when it was. */
  Instant probeFirst(
      Handle handle,
      KnownTarget target,
      Answered answer,
      Optional<ReadablePage> page,
      Instant due,
      Instant now) {
    return notFound.askFirst(answer, page, expectation(handle, target), target, due, now);
  }

  /** What readers who follow links to this target expect to find. */
  private Expectation expectation(Handle handle, KnownTarget target) {
    return new Expectation(
        TargetStore.referrers(handle, target.url()).stream().map(Referrer::text).toList(),
        known(target).identity(),
        notFound.of(target.url().url()));
  }

  private HostView host(
      Handle handle,
      KnownTarget target,
      Visit visit,
      TargetState before,
      Observation seen,
      Instant now) {
    String origin = target.url().origin();
    HostState host = HostMemory.state(handle, origin);
    HostJudge.HostReview look =
        HostJudge.look(
            host,
            before,
            seen,
            target.fullAt().isPresent(),
            breakerOpen(visit),
            since -> HostMemory.neighbours(handle, target.url(), since, now),
            now);
    if (!look.judgement().after().equals(host)) {
      HostMemory.keep(handle, origin, look.judgement().after());
    }
    look.judgement()
        .happened()
        .ifPresent(state -> tell(handle, target, look.judgement(), host, state, now));
    if (look.judgement().isBack()) {
      HostMemory.askSilent(handle, origin, now);
    }
    return look.view();
  }

  private static boolean breakerOpen(Visit visit) {
    return visit.host().known().flatMap(HostPace::breakerOpenUntil).isPresent();
  }

  private void tell(
      Handle handle,
      KnownTarget target,
      HostJudgement judgement,
      HostState before,
      signpost.events.LinkEvent.HostState state,
      Instant now) {
    String host = target.url().origin();
    HostState.HostIncident incident =
        judgement.after().incident().or(before::incident).orElseThrow();
    outbox.put(
        handle,
        new HostTransition(
            host,
            state,
            incident.failure(),
            incident.since(),
            now,
            HealthExplanations.ofHost(target.url().host(), incident.failure(), incident.since()),
            HostMemory.placed(handle, host)),
        now);
  }

  private void tell(
      Handle handle, KnownTarget target, FetchOutcome outcome, Judgement judgement, Instant now) {
    TargetState after = judgement.after();
    if (target.placed() || judgement.transition().isPresent()) {
      outbox.put(
          handle,
          new HealthJudged(
              target.url(),
              after.health(),
              HealthExplanations.of(after, target.url(), target.missingFragments()),
              target.placed(),
              finalUrl(outcome),
              now,
              Optional.of(judgement.nextCheckAt()),
              triedSince(after),
              TargetStore.referrers(handle, target.url())),
          now);
    }
    judgement
        .transition()
        .ifPresent(transition ->
            outbox.put(
                handle,
                new LinkTransition(
                    target.url(),
                    transition.from(),
                    transition.to(),
                    now,
                    HealthExplanations.of(after, target.url(), List.of()),
                    target.placed(),
                    triedSince(after),
                    TargetStore.referrers(handle, target.url())),
                now));
  }

  /** What was tried since it became what it is: earlier visits are no evidence of it. */
  private static List<Attempt> triedSince(TargetState after) {
    Instant since =
        switch (after.health()) {
          case LinkHealth.Moved it -> it.since();
          case LinkHealth.Suspect it -> it.since();
          case LinkHealth.Broken it -> it.since();
          case LinkHealth.Blocked it -> it.since();
          case LinkHealth.GoneInPlace it -> it.since();
          case LinkHealth.Unknown it -> it.since();
          case LinkHealth.Ok _, LinkHealth.TlsProblem _, LinkHealth.NotChecked _ -> Instant.MIN;
        };
    return after.tried().stream().filter(attempt -> !attempt.at().isBefore(since)).toList();
  }

  private static Optional<String> finalUrl(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Answered it -> Optional.of(it.finalUrl().href());
      case FetchOutcome.NotModified it -> Optional.of(it.finalUrl().href());
      case FetchOutcome.TooManyRedirects _,
          FetchOutcome.DnsFailure _,
          FetchOutcome.ConnectFailure _,
          FetchOutcome.TlsFailure _,
          FetchOutcome.TimedOut _,
          FetchOutcome.ConnectionLost _,
          FetchOutcome.TooLarge _,
          FetchOutcome.RefusedByRobots _,
          FetchOutcome.RefusedByPublisher _,
          FetchOutcome.RefusedByGuard _,
          FetchOutcome.InvalidUrl _ ->
          Optional.empty();
    };
  }
}
