package signpost.web.document;

import java.util.List;

/**
 * One piece of a document as a reader meets it, with the links in it.
 *
 * @param level heading level 1–6, depth of a list item from 1, otherwise 0
 * @param text on one line; cells of a row are separated by a tab. Empty where there are links alone
 */
public record DocumentPiece(PieceKind kind, int level, String text, List<DocumentLink> links) {

  /** What a reader would call the piece. */
  public enum PieceKind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW,
    /** Head, foot or comment: it stands around the text, and only its links count. */
    MARGIN
  }

  public DocumentPiece {
    links = List.copyOf(links);
    if (level < 0) {
      throw new IllegalArgumentException("level " + level);
    }
  }
}
