package signpost.ingest.evidence;

import java.util.Optional;
import signpost.events.LinkHealth;
import signpost.evidence.PageVersion;
import signpost.revision.noise.RevisionState;
import signpost.web.health.TargetState;

/** What an answer is worth as evidence, by what was made of it. */
sealed interface ReadingWorth {

  /** It is what the page says, and what was told of it. */
  record Telling(PageVersion version, boolean settled) implements ReadingWorth {}

  /** It may not be the page at all: nobody was told, and nothing is kept. */
  record InDoubt() implements ReadingWorth {}

  /**
   * By the memories of the judge and the reviser after the visit.
   *
   * @param readWell whether the page was read, and believed
   */
  static ReadingWorth of(Optional<TargetState> judged, RevisionState revised, boolean readWell) {
    LinkHealth health = judged.map(TargetState::health).orElse(TargetState.NEW.health());
    return switch (health) {
      case LinkHealth.Broken _, LinkHealth.GoneInPlace _ ->
          new Telling(new PageVersion(revised.revision(), Optional.of(health.token())), false);
      case LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.Unknown _,
          LinkHealth.NotChecked _ ->
          new InDoubt();
      case LinkHealth.Ok _, LinkHealth.Moved _, LinkHealth.TlsProblem _ ->
          readWell && !seemsToEnd(judged)
              ? new Telling(PageVersion.of(revised.revision()), revised.standing().isEmpty())
              : new InDoubt();
    };
  }

  /** An ending that was seen once, and that nobody was told of yet. */
  private static boolean seemsToEnd(Optional<TargetState> judged) {
    return judged.flatMap(TargetState::ending).filter(it -> it.absentSince().isEmpty()).isPresent();
  }
}
