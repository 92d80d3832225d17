package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.util.List;
import signpost.url.WebUrl;
import signpost.web.extract.PageReader;
import signpost.web.fetch.FetchOutcome.Answered;

/** Reads the body of an answer. */
@Singleton
public final class ReadStep {
  private final PageReader reader;

  ReadStep(PageReader reader) {
    this.reader = reader;
  }

  /** The visit with what its body says. */
  public PageVisit read(Visit.Answered visit) {
    Answered answer = visit.outcome();
    return new PageVisit(
        visit, reader.read(answer), visit.lease().crawled() ? everyLink(answer) : List.of());
  }

  /** The probe with its page, where it has one to read. */
  public ProbeVisit read(ProbeVisit visit) {
    return visit.probe().isPage()
            && visit.outcome() instanceof Answered answer
            && Visit.isWorthReading(visit.lease(), answer)
        ? visit.read(reader.read(answer))
        : visit;
  }

  /** A source is followed by its menus too, which are no part of what a reader reads. */
  private List<WebUrl> everyLink(Answered answer) {
    return reader.links(
        answer.body().bytes(), answer.headers().first("content-type"), answer.finalUrl());
  }
}
