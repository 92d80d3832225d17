package signpost.revision;

import java.time.Instant;
import java.util.Optional;
import signpost.revision.kind.ChangeSummary;
import signpost.revision.noise.RevisionState;

/** What a reading is, beside what is remembered of its page. */
public sealed interface RevisionOutcome {
  RevisionState after();

  /** The first reading ever: revision 1. */
  record First(RevisionState after) implements RevisionOutcome {}

  /** The told version still stands, or nothing that would be news has replaced it. */
  record SameReading(RevisionState after) implements RevisionOutcome {}

  /**
   * The reading is too unlike the page to judge: it is neither a change nor a new baseline.
   *
   * @param why for ops: what the page did
   */
  record DoubtfulReading(RevisionState after, String why) implements RevisionOutcome {}

  /** Something else, seen once: look again then. */
  record SeenOnce(RevisionState after, Instant lookAgainAt) implements RevisionOutcome {}

  /**
   * Something else, seen twice: a revision.
   *
   * @param seenAt when it was seen first
   * @param lookAgainAt where something more was seen once
   */
  record Confirmed(
      RevisionState after, ChangeSummary change, Instant seenAt, Optional<Instant> lookAgainAt)
      implements RevisionOutcome {}
}
