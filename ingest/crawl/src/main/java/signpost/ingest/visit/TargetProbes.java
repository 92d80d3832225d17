package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import signpost.ingest.frontier.Lease;
import signpost.url.CanonicalUrl;

/** Keeps the probes to send for targets before their next visits. */
@Singleton
public final class TargetProbes {
  private final NotFoundProbes siblings;
  private final ChangeNotes notes;

  TargetProbes(NotFoundProbes siblings, ChangeNotes notes) {
    this.siblings = siblings;
    this.notes = notes;
  }

  /** What a lease is used for: for its errand, if one waits. */
  public LeaseUse asking(Lease lease) {
    return of(lease.url())
        .<LeaseUse>map(errand -> new LeaseUse.ForErrand(lease, errand))
        .orElseGet(() -> new LeaseUse.ForTarget(lease));
  }

  private Optional<TargetProbe> of(CanonicalUrl target) {
    return siblings
        .toAsk(target)
        .<TargetProbe>map(TargetProbe.NotFoundProbe::new)
        .or(() -> notes.toAsk(target).map(TargetProbe.ChangeNoteProbe::new));
  }

  /** Takes the answer; when the target is due. */
  Instant done(ProbeVisit visit, Instant now) {
    return switch (visit.errand()) {
      case TargetProbe.NotFoundProbe _ -> siblings.asked(visit, now);
      case TargetProbe.ChangeNoteProbe _ -> notes.asked(visit, now);
    };
  }
}
