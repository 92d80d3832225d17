package signpost.ingest.listing;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.catalogue.Guide;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.visit.PageVisit;
import signpost.ingest.visit.Visit;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.guide.GuideImport;
import signpost.web.guide.ImportedGuide;

/** A guide given by its URL alone keeps following its live page. */
@Singleton
public final class FollowStep {
  private static final Logger LOG = LoggerFactory.getLogger(FollowStep.class);

  private final CatalogueStep catalogue;

  FollowStep(CatalogueStep catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes the links of a guide's page just fetched, where a guide follows it. */
  public void follow(PageVisit read) {
    Visit.Answered visit = read.visit();
    if (visit.lease().kind() != TargetKind.GUIDE) {
      return;
    }
    Answered answer = visit.outcome();
    for (Guide guide : catalogue.followersOf(visit.lease().url())) {
      ImportedGuide page =
          GuideImport.fromHtml(
              answer.body().bytes(), answer.headers().first("content-type"), answer.finalUrl());
      if (page.links() > 0) {
        catalogue.follow(guide.id(), page);
      } else {
        LOG.warn("The page of guide {} has no links; what it held before stays", guide.id());
      }
    }
  }
}
