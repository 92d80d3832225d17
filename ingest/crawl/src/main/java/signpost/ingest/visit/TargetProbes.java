package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.ingest.frontier.Lease;
import signpost.ingest.revisit.HostSitemaps;
import signpost.ingest.revisit.HostSitemaps.WantedSitemap;
import signpost.url.CanonicalUrl;

/** Keeps the probes to send for targets before their next visits. */
@Singleton
public final class TargetProbes {
  private final NotFoundProbes notFound;
  private final ChangeNotes notes;
  private final HostSitemaps sitemaps;

  TargetProbes(NotFoundProbes notFound, ChangeNotes notes, HostSitemaps sitemaps) {
    this.notFound = notFound;
    this.notes = notes;
    this.sitemaps = sitemaps;
  }

  /** What a lease is used for: for its probe, if one waits. */
  public LeaseUse asking(Lease lease) {
    return of(lease)
        .<LeaseUse>map(probe -> new LeaseUse.ForProbe(lease, probe))
        .orElseGet(() -> new LeaseUse.ForTarget(lease));
  }

  private Optional<TargetProbe> of(Lease lease) {
    CanonicalUrl target = lease.url();
    return notFound
        .toAsk(target)
        .<TargetProbe>map(TargetProbe.NotFoundProbe::new)
        .or(() -> notes.toAsk(target).map(TargetProbe.ChangeNoteProbe::new))
        .or(() -> sitemaps.toAsk(lease).map(TargetProbe.SitemapProbe::new));
  }

  /** Takes the answer; when the target is due. */
  Instant done(Handle handle, ProbeVisit visit, Instant now) {
    return switch (visit.probe()) {
      case TargetProbe.NotFoundProbe _ -> notFound.asked(visit, now);
      case TargetProbe.ChangeNoteProbe _ -> notes.asked(visit, now);
      case TargetProbe.SitemapProbe(WantedSitemap wanted) -> {
        sitemaps.asked(handle, visit.lease(), wanted, visit.outcome(), now);
        yield now;
      }
    };
  }
}
