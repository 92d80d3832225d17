package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import signpost.ingest.revisit.SiteListing;
import signpost.ingest.visit.ProbeReading.ListingReading;
import signpost.ingest.visit.ProbeReading.PageReading;
import signpost.ingest.visit.ProbeReading.RecordReading;
import signpost.ingest.visit.TargetProbe.NotFoundProbe;
import signpost.ingest.visit.TargetProbe.RecordProbe;
import signpost.ingest.visit.TargetProbe.SitemapProbe;
import signpost.url.WebUrl;
import signpost.web.browser.RenderedReading;
import signpost.web.extract.FeedLinks;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.PageReader;
import signpost.web.extract.ReadOutcome;
import signpost.web.fetch.FetchOutcome.Answered;

/** Reads the body of an answer. */
@Singleton
public final class ReadStep {
  private final PageReader reader;
  private final BrowserPages browser;

  ReadStep(PageReader reader, BrowserPages browser) {
    this.reader = reader;
    this.browser = browser;
  }

  /** The visit with what its body says. */
  public PageVisit read(Visit.Answered visit) {
    Answered answer = visit.outcome();
    ReadOutcome first = reader.read(answer);
    BrowserPages.BrowserVisit read = browser.read(visit, first);
    return new PageVisit(
        read.visit(),
        read.reading(),
        visit.lease().crawled() ? everyLink(answer) : List.of(),
        FeedLinks.first(answer),
        RenderedReading.isNeeded(first),
        read.waiting());
  }

  /** The probe with what its answer says, where it says something. */
  public ProbeVisit read(ProbeVisit visit) {
    return reading(visit).map(visit::read).orElse(visit);
  }

  private Optional<ProbeReading> reading(ProbeVisit visit) {
    return switch (visit.probe()) {
      case NotFoundProbe _ ->
          answer(visit)
              .filter(it -> Visit.isWorthReading(visit.lease(), it))
              .map(it -> new PageReading(reader.read(it)));
      case RecordProbe(WebUrl page, _) ->
          GovUkContent.in(visit.outcome(), page).map(RecordReading::new);
      case SitemapProbe _ ->
          answer(visit)
              .filter(it -> it.status() == 200)
              .map(it -> new ListingReading(SiteListing.of(it, visit.lease().host())));
    };
  }

  private static Optional<Answered> answer(ProbeVisit visit) {
    return visit.outcome() instanceof Answered answer ? Optional.of(answer) : Optional.empty();
  }

  /** A source is followed by its menus too, which are no part of what a reader reads. */
  private List<WebUrl> everyLink(Answered answer) {
    return reader.links(
        answer.body().bytes(), answer.headers().first("content-type"), answer.finalUrl());
  }
}
