package signpost.ingest.revision;

import java.time.Instant;

/** What a reading is, beside what is remembered of its page. */
public sealed interface RevisionOutcome {
  RevisionState after();

  /** The first reading ever: revision 1. */
  record First(RevisionState after) implements RevisionOutcome {}

  /** What was told still stands, or a face the page has shown of late is back. */
  record Same(RevisionState after) implements RevisionOutcome {}

  /** Something else, seen once: look again then. */
  record SeenOnce(RevisionState after, Instant lookAgainAt) implements RevisionOutcome {}

  /** Something else, seen twice: a revision. */
  record Confirmed(RevisionState after, ChangeSummary change, Instant seenAt)
      implements RevisionOutcome {}
}
