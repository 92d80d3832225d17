package signpost.ingest.visit;

import signpost.ingest.frontier.Lease;

/** What a lease is used for. */
public sealed interface Asking {
  Lease lease();

  /** The URL itself is asked for. */
  record ForTarget(Lease lease) implements Asking {}

  /** Something else is asked for first, for its sake. */
  record ForErrand(Lease lease, Errand errand) implements Asking {}
}
