package signpost.web.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects a PDF's text as passages of one size, and its links with the words under them. */
final class PdfLines extends PDFTextStripper {
  /** Lines that belong together: one paragraph or one heading. */
  record PdfParagraph(String text, float size, int page) {}

  private record PdfGlyph(float x, float y, String text) {}

  private final PDDocument source;
  private final List<PdfParagraph> passages = new ArrayList<>();
  private final List<BlockWalk.RawLink> links = new ArrayList<>();
  private final Map<Integer, Integer> charsBySize = new HashMap<>();
  private final List<PdfGlyph> glyphs = new ArrayList<>();
  private final StringBuilder passage = new StringBuilder();
  private float passageSize;
  private float lineSize;
  private final StringBuilder line = new StringBuilder();
  private int page;
  private int chars;

  PdfLines(PDDocument document) {
    this.source = document;
    setSuppressDuplicateOverlappingText(false);
  }

  void read(int number) throws IOException {
    page = number;
    glyphs.clear();
    setStartPage(number);
    setEndPage(number);
    getText(source);
    endLine();
    endPassage();
    readLinks(source.getPage(number - 1));
  }

  int chars() {
    return chars;
  }

  List<PdfParagraph> passages() {
    return passages;
  }

  List<BlockWalk.RawLink> links() {
    return links;
  }

  /** The size most of the text is set in. */
  float bodySize() {
    return charsBySize.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> entry.getKey() / 2f)
        .orElse(10f);
  }

  String largestOnFirstPage() {
    TreeMap<Float, String> bySize = new TreeMap<>();
    for (PdfParagraph each : passages) {
      if (each.page() == 1 && each.text().length() > 3) {
        bySize.putIfAbsent(each.size(), each.text());
      }
    }
    return bySize.isEmpty() ? "" : bySize.lastEntry().getValue();
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    line.append(text);
    for (TextPosition position : positions) {
      lineSize = Math.max(lineSize, position.getFontSizeInPt());
      glyphs.add(
          new PdfGlyph(
              position.getXDirAdj() + position.getWidthDirAdj() / 2,
              position.getYDirAdj() - position.getHeightDir() / 2,
              position.getUnicode()));
    }
  }

  @Override
  protected void writeWordSeparator() {
    line.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() throws IOException {
    super.writeParagraphEnd();
    endLine();
    endPassage();
  }

  private void endLine() {
    if (line.isEmpty()) {
      return;
    }
    charsBySize.merge(Math.round(lineSize * 2), line.length(), Integer::sum);
    chars += line.length();
    if (!passage.isEmpty() && Math.abs(lineSize - passageSize) > 0.6f) {
      endPassage();
    }
    passageSize = lineSize;
    passage.append(passage.isEmpty() ? "" : " ").append(line);
    line.setLength(0);
    lineSize = 0;
  }

  private void endPassage() {
    if (!passage.isEmpty()) {
      passages.add(new PdfParagraph(passage.toString(), passageSize, page));
      passage.setLength(0);
    }
  }

  private void readLinks(PDPage sheet) throws IOException {
    for (PDAnnotation annotation : sheet.getAnnotations()) {
      if (annotation instanceof PDAnnotationLink link
          && link.getAction() instanceof PDActionURI action
          && action.getURI() != null
          && link.getRectangle() != null) {
        links.add(
            new BlockWalk.RawLink(action.getURI(), under(link.getRectangle(), sheet), heading()));
      }
    }
  }

  private String under(PDRectangle box, PDPage sheet) {
    float top = sheet.getCropBox().getUpperRightY();
    float left = sheet.getCropBox().getLowerLeftX();
    StringBuilder words = new StringBuilder();
    float lastX = Float.MAX_VALUE;
    for (PdfGlyph glyph : glyphs) {
      float x = glyph.x + left;
      float y = top - glyph.y;
      if (x >= box.getLowerLeftX()
          && x <= box.getUpperRightX()
          && y >= box.getLowerLeftY() - 1
          && y <= box.getUpperRightY() + 1) {
        words.append(x < lastX && !words.isEmpty() ? " " : "").append(glyph.text);
        lastX = x;
      }
    }
    return ReadableText.cut(ReadableText.oneLine(words), 300);
  }

  /** The last thing on this page or before that is set clearly larger than the text. */
  private String heading() {
    float body = bodySize();
    for (int i = passages.size() - 1; i >= 0 && i > passages.size() - 200; i--) {
      PdfParagraph each = passages.get(i);
      if (each.size() >= body * 1.18f && each.text().length() < 200) {
        return ReadableText.oneLine(each.text());
      }
    }
    return "";
  }
}
