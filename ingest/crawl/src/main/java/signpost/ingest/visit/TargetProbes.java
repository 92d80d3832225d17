package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.Lease;
import signpost.ingest.revisit.HostSitemaps;
import signpost.ingest.revisit.HostSitemaps.WantedSitemap;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.health.TargetState;

/** Keeps the probes to send for targets before their next visits. */
@Singleton
public final class TargetProbes {
  private final NotFoundProbes notFound;
  private final PublisherProbes publishers;
  private final HostSitemaps sitemaps;

  TargetProbes(NotFoundProbes notFound, PublisherProbes publishers, HostSitemaps sitemaps) {
    this.notFound = notFound;
    this.publishers = publishers;
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
        .or(() -> publishers.toAsk(target))
        .or(() -> sitemaps.toAsk(lease).map(TargetProbe.SitemapProbe::new));
  }

  /** Makes a target due at once for its publisher's word on an end; otherwise when it was. */
  Instant askOfEnd(KnownTarget target, TargetState after, Instant due, Instant now) {
    return publishers.askOfEnd(target, after, due, now);
  }

  /** Remembers the feed that a page named, for hints of when to look. */
  void seen(Handle handle, WebUrl feed) {
    sitemaps.seen(handle, feed);
  }

  /** Takes the answer; when the target is due. */
  Instant done(Handle handle, ProbeVisit visit, Instant now) {
    return switch (visit.probe()) {
      case TargetProbe.NotFoundProbe _ -> notFound.asked(visit, now);
      case TargetProbe.RecordProbe _ -> publishers.asked(handle, visit, now);
      case TargetProbe.SitemapProbe(WantedSitemap wanted) -> {
        sitemaps.asked(handle, visit.lease(), wanted, visit.outcome(), visit.listing(), now);
        yield now;
      }
    };
  }
}
