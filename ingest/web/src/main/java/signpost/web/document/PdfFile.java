package signpost.web.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import signpost.web.document.DocumentPiece.PieceKind;
import signpost.web.document.PdfTextLine.LetteredLine;
import signpost.web.document.RefusedDocumentException.RefusalReason;

/** Reads a PDF, of which nothing is known but where each letter is drawn. */
public final class PdfFile {
  /** Of one with more nothing is read. */
  public static final int MOST_PAGES = 2_000;

  private static final int MOST_LINES = 400_000;

  private final List<PdfTextLine> lines = new ArrayList<>();
  private final List<DocumentLink> loose = new ArrayList<>();
  private final List<Float> heights = new ArrayList<>();
  private int regions;

  private PdfFile() {}

  /**
   * @throws RefusedDocumentException if it cannot be read, or is larger than what we read
   */
  public static ReadDocument read(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      if (pages > MOST_PAGES) {
        throw RefusedDocumentException.tooBig(pages + " pages; we read " + MOST_PAGES);
      }
      PdfFile file = new PdfFile();
      new PdfGlyphs(file::page).getText(document);
      return file.read(document, Math.max(1, pages));
    } catch (InvalidPasswordException _) {
      throw new RefusedDocumentException(RefusalReason.ENCRYPTED, "asks for a password");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void page(PDPage page, List<PdfGlyph> glyphs) throws IOException {
    PDRectangle crop = page.getCropBox();
    heights.add(page.getRotation() % 180 == 0 ? crop.getHeight() : crop.getWidth());
    List<LetteredLine> onPage = new ArrayList<>();
    for (List<PdfGlyph> turned : turned(glyphs)) {
      for (List<PdfFragment> region : PdfColumns.order(PdfFragment.of(turned))) {
        regions++;
        for (LetteredLine it : PdfTextLine.of(region)) {
          it.line().page = heights.size() - 1;
          it.line().region = regions;
          onPage.add(it);
        }
      }
    }
    loose.addAll(PdfLinks.place(page, onPage));
    onPage.forEach(it -> lines.add(it.line()));
    if (lines.size() > MOST_LINES) {
      throw RefusedDocumentException.tooBig("more than " + MOST_LINES + " lines");
    }
  }

  /** Letters by the direction they are read in, that of most first. */
  private static List<List<PdfGlyph>> turned(List<PdfGlyph> glyphs) {
    Map<Integer, List<PdfGlyph>> byTurn = new LinkedHashMap<>();
    for (PdfGlyph glyph : glyphs) {
      byTurn.computeIfAbsent(glyph.face().turn(), _ -> new ArrayList<>()).add(glyph);
    }
    return byTurn.values().stream()
        .sorted(Comparator.<List<PdfGlyph>>comparingInt(List::size).reversed())
        .toList();
  }

  private ReadDocument read(PDDocument document, int pages) throws IOException {
    PdfMargins.mark(lines, heights);
    PieceCollector pieces = new PieceCollector();
    List<PdfTextLine> body = lines.stream().filter(it -> !it.margin).toList();
    PdfParagraphs.read(body, pieces);
    for (PdfTextLine line : lines) {
      if (line.margin && !line.links.isEmpty()) {
        pieces.add(new DocumentPiece(PieceKind.MARGIN, 0, line.text(), line.links));
      }
    }
    if (!loose.isEmpty()) {
      pieces.add(new DocumentPiece(PieceKind.MARGIN, 0, "", loose));
    }
    List<DocumentPiece> all = pieces.pieces();
    String language = document.getDocumentCatalog().getLanguage();
    return new ReadDocument(
        title(document, body, all), language == null ? "" : language, pages, all);
  }

  /** The stated one where it can be believed; else the largest words of the first page. */
  private static String title(
      PDDocument document, List<PdfTextLine> body, List<DocumentPiece> pieces) {
    String stated = document.getDocumentInformation().getTitle();
    return Optional.ofNullable(stated)
        .flatMap(StatedTitle::believed)
        .or(() -> largest(body))
        .orElseGet(() -> StatedTitle.of("", pieces));
  }

  private static Optional<String> largest(List<PdfTextLine> body) {
    float size = 0;
    StringBuilder words = new StringBuilder();
    PdfTextLine last = null;
    for (PdfTextLine line : body) {
      String text = line.text();
      if (line.page > 0) {
        break;
      }
      if (text.chars().filter(Character::isLetter).count() < 4) {
        continue;
      }
      if (line.size > size * 1.05f) {
        size = line.size;
        words.setLength(0);
        words.append(text);
        last = line;
      } else if (last != null
          && Math.abs(line.size - size) < 0.7f
          && line.region == last.region
          && line.baseline - last.baseline < 1.6f * size
          && words.length() < 200) {
        words.append(' ').append(text);
        last = line;
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(StatedTitle.cut(words.toString()));
  }
}
