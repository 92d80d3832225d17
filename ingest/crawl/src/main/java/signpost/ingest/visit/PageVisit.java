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
 * A visit with what its body says. {@code links} are all the links of a source's page, those of its
 * menus too; {@code shell}: its words did not come with the answer, so that a later "not modified"
 * says nothing of them.
 */
public record PageVisit(
    Visit.Answered visit, ReadOutcome reading, List<WebUrl> links, boolean shell) {
  public PageVisit {
    links = List.copyOf(links);
  }

  /** Only a page read well counts: a doubtful one is neither a change nor a baseline. */
  Optional<ReadablePage> page() {
    return reading instanceof Read read ? Optional.of(read.page()) : Optional.empty();
  }

  /**
   * Why it is not what the page says: words that were there before, and that a browser would have
   * to be asked for now, are in doubt too.
   */
  Optional<String> doubt(boolean readBefore) {
    return switch (reading) {
      case Read _ -> Optional.empty();
      case Doubtful(_, String why) -> Optional.of(why);
      case Unreadable(_, String why) ->
          readBefore && RenderedReading.isNeeded(reading)
              ? Optional.of("it had words before, and now " + why)
              : Optional.empty();
    };
  }

  private Optional<Doubtful> doubtful() {
    return reading instanceof Doubtful doubtful ? Optional.of(doubtful) : Optional.empty();
  }

  /** A notice is believed though the rest of the page was not; that there is none is not. */
  Optional<ReadablePage> notices() {
    return page().or(() -> doubtful().map(Doubtful::page).filter(ReadablePage::speaksOfItsEnd));
  }
}
