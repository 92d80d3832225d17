package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import signpost.ingest.frontier.Lease;
import signpost.url.CanonicalUrl;

/** Keeps the probes to send for targets before their next visits. */
@Singleton
public final class TargetProbes {
  private final NotFoundProbes notFound;
  private final ChangeNotes notes;

  TargetProbes(NotFoundProbes notFound, ChangeNotes notes) {
    this.notFound = notFound;
    this.notes = notes;
  }

  /** What a lease is used for: for its probe, if one waits. */
  public LeaseUse asking(Lease lease) {
    return of(lease.url())
        .<LeaseUse>map(probe -> new LeaseUse.ForProbe(lease, probe))
        .orElseGet(() -> new LeaseUse.ForTarget(lease));
  }

  private Optional<TargetProbe> of(CanonicalUrl target) {
    return notFound
        .toAsk(target)
        .<TargetProbe>map(TargetProbe.NotFoundProbe::new)
        .or(() -> notes.toAsk(target).map(TargetProbe.ChangeNoteProbe::new));
  }

  /** Takes the answer; when the target is due. */
  Instant done(ProbeVisit visit, Instant now) {
    return switch (visit.probe()) {
      case TargetProbe.NotFoundProbe _ -> notFound.asked(visit, now);
      case TargetProbe.ChangeNoteProbe _ -> notes.asked(visit, now);
    };
  }
}
