package signpost.ingest.visit;

import signpost.ingest.revisit.SiteListing;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.ReadOutcome;

/** What the answer to a probe says, read before anybody holds the database. */
public sealed interface ProbeReading {
  /** A page for what cannot exist. */
  record PageReading(ReadOutcome page) implements ProbeReading {}

  /** The publisher's own record of a page. */
  record RecordReading(GovUkContent record) implements ProbeReading {}

  /** A sitemap, or a feed. */
  record ListingReading(SiteListing listing) implements ProbeReading {}
}
