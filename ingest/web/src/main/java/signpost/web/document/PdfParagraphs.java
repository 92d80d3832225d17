package signpost.web.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import signpost.web.document.DocumentPiece.PieceKind;

/** Makes headings, paragraphs, list items and rows of the lines of a PDF, in reading order. */
final class PdfParagraphs {
  private static final Pattern LEADER =
      Pattern.compile("^(.*?\\S)\\s*(?:[.·…_]\\s?){4,}\\s*[ivxlc\\d]{0,5}$");
  private static final Pattern ENDED = Pattern.compile("(?s).*[.!?:;…][\"'”’)\\]]*");

  private final List<PdfTextLine> lines;
  private final PdfSizes sizes;
  private final LineHyphens hyphens;
  private final PieceCollector pieces;
  private final StringBuilder text = new StringBuilder();
  private final List<DocumentLink> links = new ArrayList<>();
  private @Nullable PdfTextLine first;
  private @Nullable PdfTextLine last;
  private @Nullable PdfTable row;
  private boolean item;
  private boolean allShort;
  private float listLeft = -1;

  private PdfParagraphs(List<PdfTextLine> lines, PieceCollector pieces) {
    this.lines = lines;
    this.sizes = new PdfSizes(lines);
    this.hyphens = new LineHyphens(lines);
    this.pieces = pieces;
  }

  static void read(List<PdfTextLine> lines, PieceCollector pieces) throws IOException {
    new PdfParagraphs(lines, pieces).read();
  }

  private void read() throws RefusedDocumentException {
    for (int i = 0; i < lines.size(); i++) {
      PdfTextLine line = lines.get(i);
      PdfTable open = row;
      if (open != null && open.takes(line, hyphens)) {
        links.addAll(line.links);
      } else if (PdfTable.isRow(lines, i)) {
        ends();
        row = new PdfTable(line);
        links.addAll(line.links);
      } else {
        line(line);
      }
    }
    ends();
  }

  private void line(PdfTextLine line) throws RefusedDocumentException {
    String words = line.text();
    Matcher leader = LEADER.matcher(words);
    boolean contents = leader.matches();
    PdfTextLine before = last;
    if (row != null || before == null || contents || parts(before, line, words)) {
      ends();
      first = line;
      item = ListMarker.isBullet(words) || (ListMarker.isNumber(words) && !isHeading(line, words));
      allShort = true;
    }
    hyphens.join(text, contents ? leader.group(1) : words);
    links.addAll(line.links);
    allShort &= line.isShort() || line.regionRight - line.regionLeft < 12 * line.size;
    last = line;
    if (contents) {
      ends();
    }
  }

  private boolean isHeading(PdfTextLine line, String words) {
    return sizes.level(words, line.size, line.bold && line.isShort()) > 0;
  }

  /** Whether a line begins another paragraph than the one before it. */
  private boolean parts(PdfTextLine before, PdfTextLine line, String words) {
    if (Math.abs(line.size - before.size) > 0.7f || line.bold != before.bold) {
      return true;
    }
    boolean ended = ENDED.matcher(text).matches();
    if (ListMarker.isBullet(words)
        || (ListMarker.isNumber(words) && (item || ended || before.isShort()))) {
      return true;
    }
    boolean small = Character.isLowerCase(words.charAt(0));
    if (line.page != before.page || line.region != before.region) {
      return ended || !small;
    }
    float step = line.baseline - before.baseline;
    if (step > sizes.lineStep(line.size) || step < -line.size) {
      return true;
    }
    boolean indented =
        !item
            && line.left > line.regionLeft + 0.9f * line.size
            && line.left < line.regionLeft + 5 * line.size
            && before.left < line.left - 0.6f * line.size
            && before != first;
    return indented || (before.isShort() && !small && (ended || (item && back(line))));
  }

  /** Whether a line stands left of its list item's words. */
  private boolean back(PdfTextLine line) {
    PdfTextLine began = first;
    return began != null && line.left <= began.left + 1;
  }

  private void ends() throws RefusedDocumentException {
    PdfTable table = row;
    PdfTextLine began = first;
    if (table != null) {
      pieces.add(new DocumentPiece(PieceKind.ROW, 0, table.text(), links));
      listLeft = -1;
    } else if (began != null) {
      pieces.add(piece(began, text.toString().strip()));
    }
    row = null;
    first = null;
    last = null;
    text.setLength(0);
    links.clear();
  }

  private DocumentPiece piece(PdfTextLine began, String words) {
    int level =
        item && ListMarker.isBullet(words)
            ? 0
            : sizes.level(words, began.size, began.bold && allShort);
    if (level > 0) {
      listLeft = -1;
      return new DocumentPiece(PieceKind.HEADING, level, words, links);
    }
    String said = ListMarker.without(words);
    if (!item || said.isBlank()) {
      listLeft = item ? listLeft : -1;
      return new DocumentPiece(PieceKind.PARAGRAPH, 0, said, links);
    }
    listLeft = listLeft < 0 ? began.left : Math.min(listLeft, began.left);
    int depth = 1 + Math.clamp((int) ((began.left - listLeft) / (1.2f * began.size)), 0, 4);
    return new DocumentPiece(PieceKind.ITEM, depth, said, links);
  }
}
