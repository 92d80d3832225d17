package signpost.ingest.visit;

import java.util.Optional;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.web.extract.ReadOutcome;
import signpost.web.fetch.FetchOutcome;

/** What came of asking for something else, for a target's sake; read where it is a page. */
public record ErrandVisit(
    Lease lease,
    Errand errand,
    FetchOutcome outcome,
    HostAfter host,
    Optional<ReadOutcome> reading) {

  /** This errand with what its answer says. */
  ErrandVisit read(ReadOutcome said) {
    return new ErrandVisit(lease, errand, outcome, host, Optional.of(said));
  }
}
