package signpost.web.guide;

import java.util.Optional;
import signpost.web.document.DocumentLink;
import signpost.web.document.DocumentPiece;
import signpost.web.document.DocumentPiece.PieceKind;
import signpost.web.document.ReadDocument;

/** Reads a guide from a document: its headings, and the links under them. */
final class DocumentGuide {
  private DocumentGuide() {}

  static ImportedGuide of(ReadDocument document) {
    ImportDraft draft = new ImportDraft(Optional.empty());
    for (DocumentPiece piece : document.pieces()) {
      if (piece.kind() == PieceKind.HEADING) {
        if (piece.level() == 1) {
          draft.title(piece.text());
        }
        draft.heading(piece.text());
      }
      if (piece.kind() != PieceKind.MARGIN) {
        for (DocumentLink link : piece.links()) {
          draft.link(link.words(), link.href(), piece.text(), link.adjoining());
        }
      }
    }
    return draft.finished(document.title());
  }
}
