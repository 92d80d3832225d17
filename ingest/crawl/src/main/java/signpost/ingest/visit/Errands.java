package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/** What is to be asked for targets before they are visited again. */
@Singleton
final class Errands {
  private final Siblings siblings;
  private final ChangeNotes notes;

  Errands(Siblings siblings, ChangeNotes notes) {
    this.siblings = siblings;
    this.notes = notes;
  }

  /** What to ask for in place of a target, if anything waits. */
  Optional<Errand> of(CanonicalUrl target) {
    return siblings
        .toAsk(target)
        .<Errand>map(Errand.Sibling::new)
        .or(() -> notes.toAsk(target).map(Errand.Note::new));
  }

  /** Takes the answer; when the target is due. */
  Instant done(Errand errand, Visit visit, Instant now) {
    return switch (errand) {
      case Errand.Sibling _ -> siblings.asked(visit, now);
      case Errand.Note _ -> notes.asked(visit, now);
    };
  }
}
