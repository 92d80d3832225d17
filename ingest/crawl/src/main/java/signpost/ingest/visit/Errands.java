package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import signpost.ingest.frontier.Lease;
import signpost.url.CanonicalUrl;

/** Keeps the probes to send for targets before their next visits. */
@Singleton
public final class Errands {
  private final Siblings siblings;
  private final ChangeNotes notes;

  Errands(Siblings siblings, ChangeNotes notes) {
    this.siblings = siblings;
    this.notes = notes;
  }

  /** What a lease is used for: for its errand, if one waits. */
  public Asking asking(Lease lease) {
    return of(lease.url())
        .<Asking>map(errand -> new Asking.ForErrand(lease, errand))
        .orElseGet(() -> new Asking.ForTarget(lease));
  }

  private Optional<Errand> of(CanonicalUrl target) {
    return siblings
        .toAsk(target)
        .<Errand>map(Errand.Sibling::new)
        .or(() -> notes.toAsk(target).map(Errand.Note::new));
  }

  /** Takes the answer; when the target is due. */
  Instant done(ErrandVisit visit, Instant now) {
    return switch (visit.errand()) {
      case Errand.Sibling _ -> siblings.asked(visit, now);
      case Errand.Note _ -> notes.asked(visit, now);
    };
  }
}
