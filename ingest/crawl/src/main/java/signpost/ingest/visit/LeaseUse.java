package signpost.ingest.visit;

import signpost.ingest.frontier.Lease;

/** What a lease is used for. */
public sealed interface LeaseUse {
  Lease lease();

  /** The URL itself is asked for. */
  record ForTarget(Lease lease) implements LeaseUse {}

  /** Something else is asked for first, for its sake. */
  record ForProbe(Lease lease, TargetProbe probe) implements LeaseUse {}
}
