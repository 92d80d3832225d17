package signpost.search.pages.practitioner;

import gg.jte.Content;
import gg.jte.TemplateOutput;
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
    return page -> MarkedWords.write(words, LOOK, new PageOutput(page));
  }

  private record PageOutput(TemplateOutput page) implements MarkedWords.MarkOutput {
    @Override
    public void ours(String markup) {
      page.writeContent(markup);
    }

    @Override
    public void theirs(String words) {
      page.writeUserContent(PageFormat.whole(words));
    }
  }
}
