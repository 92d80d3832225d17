package signpost.ingest.visit;

import java.util.Optional;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.ingest.revisit.SiteListing;
import signpost.ingest.visit.ProbeReading.ListingReading;
import signpost.ingest.visit.ProbeReading.PageReading;
import signpost.ingest.visit.ProbeReading.RecordReading;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.ReadOutcome;
import signpost.web.fetch.FetchOutcome;

/** What came of asking for something else, for a target's sake; read where it says something. */
public record ProbeVisit(
    Lease lease,
    TargetProbe probe,
    FetchOutcome outcome,
    HostAfter host,
    Optional<ProbeReading> reading) {

  /** This probe with what its answer says. */
  ProbeVisit read(ProbeReading said) {
    return new ProbeVisit(lease, probe, outcome, host, Optional.of(said));
  }

  /** The page that was read, if it was one. */
  Optional<ReadOutcome> page() {
    return reading.flatMap(
        it -> it instanceof PageReading(ReadOutcome page) ? Optional.of(page) : Optional.empty());
  }

  /** The publisher's record that was read, if it was one. */
  Optional<GovUkContent> record() {
    return reading.flatMap(it ->
        it instanceof RecordReading(GovUkContent said) ? Optional.of(said) : Optional.empty());
  }

  /** The sitemap or feed that was read, if it was one. */
  Optional<SiteListing> listing() {
    return reading.flatMap(it ->
        it instanceof ListingReading(SiteListing said) ? Optional.of(said) : Optional.empty());
  }
}
