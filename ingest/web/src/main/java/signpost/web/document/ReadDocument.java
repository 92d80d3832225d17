package signpost.web.document;

import java.util.List;

/**
 * What a document says.
 *
 * @param title the stated one where it can be believed, else the first heading or words
 * @param language as the document states it; may be empty
 * @param pages of a PDF, slides of a deck, otherwise 1
 */
public record ReadDocument(String title, String language, int pages, List<DocumentPiece> pieces) {
  public ReadDocument {
    pieces = List.copyOf(pieces);
    if (pages < 1) {
      throw new IllegalArgumentException("pages " + pages);
    }
  }
}
