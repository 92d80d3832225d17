package signpost.web.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * One line of a PDF's page, where it stands (points from the top) and how large its letters are.
 */
record PdfLine(int page, float top, float size, String text, List<PdfLetter> letters) {
  PdfLine {
    letters = List.copyOf(letters);
  }

  /** A letter and its middle. */
  record PdfLetter(String text, float x, float y) {}

  static List<PdfLine> of(PDDocument document) throws IOException {
    var collector = new LetterCollector();
    collector.setSortByPosition(true);
    collector.getText(document);
    collector.endLine();
    return collector.lines;
  }

  /** The letters whose middle lies in a box. */
  String within(float left, float top, float right, float bottom) {
    StringBuilder words = new StringBuilder();
    for (PdfLetter letter : letters) {
      boolean inside =
          letter.x() >= left && letter.x() <= right && letter.y() >= top && letter.y() <= bottom;
      if (inside) {
        words.append(letter.text());
      }
    }
    return words.toString().strip();
  }

  private static final class LetterCollector extends PDFTextStripper {
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<PdfLetter> letters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float top;
    private float size;

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
      for (TextPosition it : positions) {
        if (text.isEmpty()) {
          top = it.getYDirAdj() - it.getHeightDir();
          size = 0;
        }
        size = Math.max(size, Math.round(it.getFontSizeInPt() * 2) / 2f);
        float x = it.getXDirAdj() + it.getWidthDirAdj() / 2;
        letters.add(new PdfLetter(it.getUnicode(), x, it.getYDirAdj() - it.getHeightDir() / 2));
        text.append(it.getUnicode());
      }
    }

    @Override
    protected void writeWordSeparator() {
      if (!letters.isEmpty()) {
        PdfLetter last = letters.getLast();
        letters.add(new PdfLetter(" ", last.x(), last.y()));
        text.append(' ');
      }
    }

    @Override
    protected void writeLineSeparator() {
      endLine();
    }

    @Override
    protected void writePageEnd() {
      endLine();
    }

    void endLine() {
      String line = ImportDraft.clean(text.toString());
      if (!line.isEmpty()) {
        lines.add(new PdfLine(getCurrentPageNo() - 1, top, size, line, letters));
      }
      letters.clear();
      text.setLength(0);
    }
  }
}
