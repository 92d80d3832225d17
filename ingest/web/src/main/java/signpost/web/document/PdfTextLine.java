package signpost.web.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line of a PDF's page: its words, cell by cell where wide gaps part them, and its links. */
final class PdfTextLine {
  /** In letters' sizes. */
  private static final float CELL_GAP = 1.8f;

  private static final float LEAST_CELL_GAP = 11;

  final List<LineCell> cells = new ArrayList<>();
  final List<DocumentLink> links = new ArrayList<>();
  final float left;
  final float baseline;
  final float right;
  final float size;
  final boolean bold;
  int page;
  int region;
  float regionLeft;
  float regionRight;
  boolean margin;

  /** What stands between two wide gaps. */
  record LineCell(String text, float left, float right) {}

  private PdfTextLine(List<PdfFragment> fragments, List<PdfGlyph> glyphs) {
    this.left = fragments.getFirst().left;
    float end = left;
    PdfFragment longest = fragments.getFirst();
    for (PdfFragment it : fragments) {
      end = Math.max(end, it.right);
      longest = it.glyphs.size() > longest.glyphs.size() ? it : longest;
    }
    this.right = end;
    this.baseline = longest.baseline;
    this.size = size(glyphs);
    this.bold = isBold(glyphs);
    cells(glyphs);
  }

  /** That of most letters, whatever initials and raised figures there are. */
  private static float size(List<PdfGlyph> glyphs) {
    Map<Float, Integer> letters = new HashMap<>();
    glyphs.forEach(it -> letters.merge(it.size(), it.text().length(), Integer::sum));
    return Collections.max(letters.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private static boolean isBold(List<PdfGlyph> glyphs) {
    int letters = 0;
    int bold = 0;
    for (PdfGlyph it : glyphs) {
      boolean letter = Character.isLetterOrDigit(it.text().charAt(0));
      letters += letter ? 1 : 0;
      bold += letter && it.face().bold() ? 1 : 0;
    }
    return letters > 0 && bold * 10 >= letters * 9;
  }

  private void cells(List<PdfGlyph> glyphs) {
    StringBuilder text = new StringBuilder();
    float from = left;
    float to = left;
    for (PdfGlyph it : glyphs) {
      boolean wide = it.left() - to > Math.max(LEAST_CELL_GAP, CELL_GAP * it.size());
      if (wide && !text.toString().isBlank()) {
        cells.add(new LineCell(text.toString().strip(), from, to));
        text.setLength(0);
        from = it.left();
      }
      text.append(it.text());
      to = Math.max(to, it.right());
    }
    if (!text.toString().isBlank()) {
      cells.add(new LineCell(text.toString().strip(), from, to));
    }
  }

  /** A line with its letters, which its links are looked for in. */
  record LetteredLine(PdfTextLine line, List<PdfGlyph> glyphs) {}

  /** The lines of a region of one column, from top to bottom. */
  static List<LetteredLine> of(List<PdfFragment> region) {
    List<PdfFragment> sorted = new ArrayList<>(region);
    sorted.sort(Comparator.comparingDouble(it -> it.baseline));
    List<LetteredLine> lines = new ArrayList<>();
    List<PdfFragment> open = new ArrayList<>();
    float baseline = 0;
    float size = 0;
    for (PdfFragment it : sorted) {
      if (!open.isEmpty() && it.baseline - baseline > 0.5f * Math.min(size, it.size) + 0.5f) {
        lines.add(line(open));
        open.clear();
        size = 0;
      }
      baseline = open.isEmpty() || it.size > size ? it.baseline : baseline;
      size = Math.max(size, it.size);
      open.add(it);
    }
    if (!open.isEmpty()) {
      lines.add(line(open));
    }
    place(lines);
    return lines;
  }

  private static LetteredLine line(List<PdfFragment> fragments) {
    List<PdfFragment> row = new ArrayList<>(fragments);
    row.sort(Comparator.comparingDouble(it -> it.left));
    List<PdfGlyph> glyphs = new ArrayList<>();
    float end = row.getFirst().left;
    for (PdfFragment it : row) {
      if (!glyphs.isEmpty() && it.left - end > 0.12f * it.size) {
        glyphs.add(it.glyphs.getFirst().blank());
      }
      glyphs.addAll(it.glyphs);
      end = Math.max(end, it.right);
    }
    return new LetteredLine(new PdfTextLine(row, glyphs), glyphs);
  }

  private static void place(List<LetteredLine> lines) {
    float from = Float.MAX_VALUE;
    float to = 0;
    for (LetteredLine it : lines) {
      from = Math.min(from, it.line().left);
      to = Math.max(to, it.line().right);
    }
    for (LetteredLine it : lines) {
      it.line().regionLeft = from;
      it.line().regionRight = to;
    }
  }

  /** All its words on one line. */
  String text() {
    StringBuilder text = new StringBuilder();
    cells.forEach(it -> text.append(text.isEmpty() ? "" : " ").append(it.text()));
    return text.toString();
  }

  /** Whether it ends well before its column does. */
  boolean isShort() {
    return right < regionRight - 0.2f * (regionRight - regionLeft);
  }
}
