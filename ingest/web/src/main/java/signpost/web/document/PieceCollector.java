package signpost.web.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import signpost.web.document.DocumentPiece.PieceKind;

/**
 * Takes down the pieces of a document in order, as many as we read. What stands in the cells of a
 * table becomes a row, unless the table is there for the layout.
 */
final class PieceCollector {
  private static final int MOST_PIECES = 200_000;
  static final int MOST_CHARS = 4_000_000;
  private static final int LONGEST_ROW = 2_000;

  private final List<DocumentPiece> pieces = new ArrayList<>();
  private final Deque<TableRow> rows = new ArrayDeque<>();
  private int count;
  private int chars;

  /** A row being read, cell by cell. */
  private static final class TableRow {
    private final List<List<DocumentPiece>> cells = new ArrayList<>();

    List<DocumentPiece> last() {
      if (cells.isEmpty()) {
        cells.add(new ArrayList<>());
      }
      return cells.getLast();
    }
  }

  /** One without words and links is not taken down. */
  void add(DocumentPiece piece) throws RefusedDocumentException {
    if (piece.text().isBlank() && piece.links().isEmpty()) {
      return;
    }
    count++;
    chars += piece.text().length();
    if (count > MOST_PIECES || chars > MOST_CHARS) {
      throw RefusedDocumentException.tooBig(
          count > MOST_PIECES
              ? "more than " + MOST_PIECES + " paragraphs"
              : "more than " + MOST_CHARS + " characters");
    }
    put(piece);
  }

  private void put(DocumentPiece piece) {
    (rows.isEmpty() ? pieces : rows.element().last()).add(piece);
  }

  void opensRow() {
    rows.push(new TableRow());
  }

  void opensCell() {
    if (!rows.isEmpty()) {
      rows.element().cells.add(new ArrayList<>());
    }
  }

  void closesRow() {
    if (rows.isEmpty()) {
      return;
    }
    List<List<DocumentPiece>> cells = rows.pop().cells;
    if (plain(cells)) {
      put(row(cells));
    } else {
      cells.forEach(cell -> cell.forEach(this::put));
    }
  }

  /** A row whose cells hold headings, tables or whole paragraphs is layout, not data. */
  private static boolean plain(List<List<DocumentPiece>> cells) {
    int length = 0;
    int filled = 0;
    for (List<DocumentPiece> cell : cells) {
      filled += cell.isEmpty() ? 0 : 1;
      for (DocumentPiece piece : cell) {
        length += piece.text().length();
        if (piece.kind() == PieceKind.HEADING || piece.kind() == PieceKind.ROW) {
          return false;
        }
      }
    }
    return filled > 1 && length < LONGEST_ROW;
  }

  private static DocumentPiece row(List<List<DocumentPiece>> cells) {
    String text =
        cells.stream()
            .map(cell ->
                cell.stream()
                    .filter(piece -> piece.kind() != PieceKind.MARGIN)
                    .map(DocumentPiece::text)
                    .collect(Collectors.joining(" "))
                    .strip())
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining("\t"));
    List<DocumentLink> links =
        cells.stream().flatMap(List::stream).flatMap(piece -> piece.links().stream()).toList();
    return new DocumentPiece(PieceKind.ROW, 0, text, links);
  }

  /** All of them, with rows that never ended. */
  List<DocumentPiece> pieces() {
    while (!rows.isEmpty()) {
      closesRow();
    }
    return pieces;
  }
}
