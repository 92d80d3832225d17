package signpost.web.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import signpost.web.document.PdfGlyph.PdfFace;

/** Takes the letters of a PDF from its pages, in the order they are drawn. */
final class PdfGlyphs extends PDFTextStripper {
  private static final int MOST_ON_PAGE = 250_000;
  private static final int MOST = 4_000_000;
  private static final int BOLD = 600;
  private static final float FARTHEST = 20_000;

  private final PageTaker taker;
  private final IdentityHashMap<PDFont, Boolean> bold = new IdentityHashMap<>();
  private List<PdfGlyph> glyphs = new ArrayList<>();
  private int onPage;
  private int all;

  /** Who is given the letters of each page. */
  interface PageTaker {
    void take(PDPage page, List<PdfGlyph> glyphs) throws IOException;
  }

  PdfGlyphs(PageTaker taker) {
    this.taker = taker;
    setShouldSeparateByBeads(false);
  }

  /** What was drawn before a page broke off is read, and so are its links. */
  @Override
  public void processPage(PDPage page) throws IOException {
    glyphs = new ArrayList<>();
    onPage = 0;
    try {
      super.processPage(page);
    } catch (RefusedDocumentException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
      writePage();
    }
    taker.take(page, glyphs);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    all++;
    if (++onPage > MOST_ON_PAGE || all > MOST) {
      throw new UncheckedIOException(
          RefusedDocumentException.tooBig(
              all > MOST
                  ? "more than " + MOST + " characters"
                  : "more than " + MOST_ON_PAGE + " characters on a page"));
    }
    super.processTextPosition(text);
  }

  @Override
  protected void writePage() {
    for (List<TextPosition> article : getCharactersByArticle()) {
      for (TextPosition position : article) {
        String text = position.getUnicode();
        if (text != null && !text.isEmpty() && isNear(position)) {
          glyphs.add(glyph(position, text));
        }
      }
    }
  }

  /** No page is so large that what stands farther off could be on it. */
  private static boolean isNear(TextPosition position) {
    return Math.abs(position.getXDirAdj()) < FARTHEST
        && Math.abs(position.getYDirAdj()) < FARTHEST
        && Math.abs(position.getWidthDirAdj()) < FARTHEST;
  }

  private PdfGlyph glyph(TextPosition position, String text) {
    float size = Math.round(position.getYScale() * 2) / 2f;
    int turn = Math.round(position.getDir());
    float left = position.getXDirAdj();
    float y = (position.getTextMatrix().getTranslateY() + position.getEndY()) / 2;
    return new PdfGlyph(
        text,
        left,
        left + Math.max(0, position.getWidthDirAdj()),
        position.getYDirAdj(),
        new PdfFace(Math.clamp(size, 1f, 1_000f), isBold(position.getFont()), turn),
        (position.getTextMatrix().getTranslateX() + position.getEndX()) / 2,
        turn == 0 ? y + size / 4 : y);
  }

  private boolean isBold(PDFont font) {
    return font != null && bold.computeIfAbsent(font, PdfGlyphs::saysBold);
  }

  private static boolean saysBold(PDFont font) {
    String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return name.matches(".*(?:bold|black|heavy|demi).*")
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD));
  }
}
