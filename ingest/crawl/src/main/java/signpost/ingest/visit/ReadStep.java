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

  /** The visit with its page, where there is a body to read. */
  public Visit read(Visit visit) {
    if (!(visit.outcome() instanceof Answered answer)) {
      return visit;
    }
    return visit.read(reader.read(answer), visit.lease().crawled() ? everyLink(answer) : List.of());
  }

  /** A source is followed by its menus too, which are no part of what a reader reads. */
  private List<WebUrl> everyLink(Answered answer) {
    return reader.links(
        answer.body().bytes(), answer.headers().first("content-type"), answer.finalUrl());
  }
}
