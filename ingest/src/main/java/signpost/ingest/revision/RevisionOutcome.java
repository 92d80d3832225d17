package signpost.ingest.revision;

import java.time.Instant;
import java.util.Optional;

/** What a reading is, beside what is remembered of its page. */
public sealed interface RevisionOutcome {
  RevisionState after();

  /** The first reading ever: revision 1. */
  record First(RevisionState after) implements RevisionOutcome {}

  /** What was told still stands, or nothing else does that would be news. */
  record Same(RevisionState after) implements RevisionOutcome {}

  /** So little of what was told that the page was hardly read: neither a change nor a baseline. */
  record Doubtful(RevisionState after) implements RevisionOutcome {}

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
