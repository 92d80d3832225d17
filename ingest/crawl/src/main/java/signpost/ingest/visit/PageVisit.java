package signpost.ingest.visit;

import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.browser.RenderedReading;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.Doubtful;
import signpost.web.extract.ReadOutcome.Read;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadablePage;

/**
 * A visit with what its body says.
 *
 * @param links all the links of a source's page, those of its menus too
 * @param feed the feed of its own host that it names
 * @param shell whether its words did not come with the answer: a later "not modified", and places
 *     that the answer lacks, say nothing of them
 * @param waiting whether a browser would read it, and had no time to
 */
public record PageVisit(
    Visit.Answered visit,
    ReadOutcome reading,
    List<WebUrl> links,
    Optional<WebUrl> feed,
    boolean shell,
    boolean waiting) {
  public PageVisit {
    links = List.copyOf(links);
  }

  /** Only a page read well counts: a doubtful one is neither a change nor a baseline. */
  Optional<ReadablePage> page() {
    return reading instanceof Read read ? Optional.of(read.page()) : Optional.empty();
  }

  /** The same where its words came with the answer. */
  Optional<ReadablePage> answered() {
    return page().filter(_ -> !shell);
  }

  /**
   * Why it is not what the page says: words that were there before, and that a browser would have
   * to be asked for now, are in doubt too; not so where it has yet to be asked.
   */
  Optional<String> doubt(boolean readBefore) {
    return switch (reading) {
      case Read _ -> Optional.empty();
      case Doubtful(_, String why) -> Optional.of(why);
      case Unreadable(_, String why) ->
          readBefore && !waiting && RenderedReading.isNeeded(reading)
              ? Optional.of("it had words before, and now " + why)
              : Optional.empty();
    };
  }

  private Optional<Doubtful> doubtful() {
    return reading instanceof Doubtful doubtful ? Optional.of(doubtful) : Optional.empty();
  }

  /**
   * A notice is believed though the rest of the page was not; that there is none is not, nor what a
   * browser showed in doubt: "Page not found" is what many scripts say that got no answer.
   */
  Optional<ReadablePage> notices() {
    return page()
        .or(() ->
            doubtful()
                .filter(_ -> !shell)
                .map(Doubtful::page)
                .filter(ReadablePage::speaksOfItsEnd));
  }
}
