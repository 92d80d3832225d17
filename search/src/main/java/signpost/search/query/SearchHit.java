package signpost.search.query;

import java.util.List;
import java.util.Optional;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.index.JoinedPage;

/** One result. */
public sealed interface SearchHit {
  List<TextFragment> title();

  /**
   * A resource or crawled page, with the words around what was asked for.
   *
   * @param copies other addresses where the very same can be read
   * @param near whether it is there for its meaning, and lacks some or all of the words
   * @param pinnedBy the id of the guide that puts it first for what was asked
   */
  record PageHit(
      JoinedPage page,
      List<TextFragment> title,
      List<TextFragment> snippet,
      float score,
      List<String> copies,
      boolean near,
      Optional<String> pinnedBy)
      implements SearchHit {
    public PageHit {
      title = TextFragment.shown(title);
      snippet = TextFragment.shown(snippet);
      copies = List.copyOf(copies);
    }
  }

  /** A whole guide. */
  record GuideHit(GuideListed guide, List<TextFragment> title, float score) implements SearchHit {
    public GuideHit {
      title = TextFragment.shown(title);
    }
  }
}
