package signpost.search.pages.change;

import gg.jte.Content;
import java.util.List;
import signpost.events.ChangeEvent.Segment;
import signpost.events.MarkedWords;
import signpost.search.pages.PageFormat;

/** Changed words as a page shows them; jte escapes what is a stranger's. */
final class ChangedWords {
  private static final MarkedWords.MarkLook LOOK =
      MarkedWords.MarkLook.heard("govuk-visually-hidden");

  private ChangedWords() {}

  static Content of(List<Segment> words) {
    return page ->
        MarkedWords.write(
            words, LOOK, page::writeContent, it -> page.writeUserContent(PageFormat.whole(it)));
  }
}
