package signpost.ingest.visit;

import java.util.Optional;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.web.extract.ReadOutcome;
import signpost.web.fetch.FetchOutcome;

/** What came of asking for something else, for a target's sake; read where it is a page. */
public record ProbeVisit(
    Lease lease,
    TargetProbe probe,
    FetchOutcome outcome,
    HostAfter host,
    Optional<ReadOutcome> reading) {

  /** This probe with what its answer says. */
  ProbeVisit read(ReadOutcome said) {
    return new ProbeVisit(lease, probe, outcome, host, Optional.of(said));
  }
}
