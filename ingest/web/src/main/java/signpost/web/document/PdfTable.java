package signpost.web.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a PDF that stand as the rows of a table, with cells of several lines. */
final class PdfTable {
  private static final float ALIGNED = 3;

  private final List<StringBuilder> cells = new ArrayList<>();
  private final List<PdfTextLine.LineCell> columns;
  private PdfTextLine last;

  PdfTable(PdfTextLine row) {
    this.columns = row.cells;
    this.last = row;
    row.cells.forEach(it -> cells.add(new StringBuilder(it.text())));
  }

  /** Whether a line is a row: it has several cells, and stands with another such, or with many. */
  static boolean isRow(List<PdfTextLine> lines, int at) {
    PdfTextLine line = lines.get(at);
    int cells = line.cells.size();
    if (cells < 2 || isMarked(line)) {
      return false;
    }
    return cells > 2
        || (at > 0 && stands(lines.get(at - 1), line))
        || (at + 1 < lines.size() && stands(line, lines.get(at + 1)));
  }

  /** A list's bullet or number stands apart from its words. */
  private static boolean isMarked(PdfTextLine line) {
    return line.cells.size() == 2 && ListMarker.isMarker(line.cells.getFirst().text());
  }

  private static boolean stands(PdfTextLine above, PdfTextLine below) {
    return near(above, below, 3)
        && above.cells.size() > 1
        && below.cells.size() > 1
        && aligned(above.cells.get(1), below.cells.get(1));
  }

  private static boolean near(PdfTextLine above, PdfTextLine below, float sizes) {
    float step = below.baseline - above.baseline;
    return above.page == below.page
        && above.region == below.region
        && step > 0
        && step < sizes * Math.max(above.size, below.size);
  }

  private static boolean aligned(PdfTextLine.LineCell one, PdfTextLine.LineCell other) {
    return Math.abs(one.left() - other.left()) < ALIGNED
        || Math.abs(one.right() - other.right()) < ALIGNED
        || Math.abs(one.left() + one.right() - other.left() - other.right()) < 2 * ALIGNED;
  }

  /** Takes a line that goes on in columns other than the first; says whether it does. */
  boolean takes(PdfTextLine line, LineHyphens hyphens) {
    if (!near(last, line, 1.5f) || line.bold != last.bold) {
      return false;
    }
    List<Integer> places = new ArrayList<>();
    for (PdfTextLine.LineCell cell : line.cells) {
      int place = -1;
      for (int i = 1; i < columns.size(); i++) {
        place = Math.abs(columns.get(i).left() - cell.left()) < ALIGNED ? i : place;
      }
      if (place < 0) {
        return false;
      }
      places.add(place);
    }
    for (int i = 0; i < places.size(); i++) {
      hyphens.join(cells.get(places.get(i)), line.cells.get(i).text());
    }
    last = line;
    return true;
  }

  String text() {
    return cells.stream().map(it -> it.toString().strip()).collect(Collectors.joining("\t"));
  }
}
