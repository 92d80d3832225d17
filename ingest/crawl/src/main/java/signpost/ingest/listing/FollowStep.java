package signpost.ingest.listing;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.catalogue.Guide;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.visit.PageVisit;
import signpost.ingest.visit.Visit;
import signpost.web.extract.ReadOutcome.Doubtful;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.guide.GuideImport;
import signpost.web.guide.ImportedGuide;

/** A guide is read anew from its live page at each visit of it. */
@Singleton
public final class FollowStep {
  private static final Logger LOG = LoggerFactory.getLogger(FollowStep.class);

  private final CatalogueStep catalogue;

  FollowStep(CatalogueStep catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes the links of a guide's page just fetched. */
  public void follow(PageVisit read) {
    Visit.Answered visit = read.visit();
    if (visit.lease().kind() != TargetKind.GUIDE || read.reading() instanceof Doubtful) {
      return; // a page in doubt is no baseline of a guide either
    }
    Answered answer = visit.outcome();
    for (Guide guide : catalogue.guidesAt(visit.lease().url())) {
      ImportedGuide page =
          GuideImport.fromHtml(
              answer.body().bytes(), answer.headers().first("content-type"), answer.finalUrl());
      if (page.links() > 0) {
        catalogue.read(guide, page);
      } else {
        LOG.warn("The page of guide {} has no links; what it held before stays", guide.id());
      }
    }
  }
}
