package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.util.List;
import signpost.url.WebUrl;
import signpost.web.browser.RenderedReading;
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
        RenderedReading.isNeeded(first),
        read.waiting());
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
