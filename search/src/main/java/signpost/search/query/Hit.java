package signpost.search.query;

import java.util.List;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.index.JoinedPage;

/** One result. */
public sealed interface Hit {
  List<Piece> title();

  /**
   * A resource or crawled page, with the words around what was asked for.
   *
   * @param copies other addresses where the very same can be read
   */
  record PageHit(
      JoinedPage page, List<Piece> title, List<Piece> snippet, float score, List<String> copies)
      implements Hit {
    public PageHit {
      title = Piece.shown(title);
      snippet = Piece.shown(snippet);
      copies = List.copyOf(copies);
    }
  }

  /** A whole guide. */
  record GuideHit(GuideListed guide, List<Piece> title, float score) implements Hit {
    public GuideHit {
      title = Piece.shown(title);
    }
  }
}
