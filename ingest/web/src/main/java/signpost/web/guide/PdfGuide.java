package signpost.web.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/**
 * Reads a guide from a PDF: large lines are headings, link annotations take the words under them.
 */
final class PdfGuide {
  private static final int MOST_PAGES = 500;
  private static final int LONGEST_HEADING = 160;
  private static final float LARGER = 1.12f;

  private final List<PdfLine> lines;
  private final float body;
  private final ImportDraft draft = new ImportDraft(Optional.empty());

  private PdfGuide(List<PdfLine> lines) {
    this.lines = lines;
    this.body = bodySize(lines);
  }

  /**
   * @throws IOException if it is no readable PDF
   */
  static ImportedGuide read(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw new IOException("It has more than " + MOST_PAGES + " pages; no guide is that long.");
      }
      return new PdfGuide(PdfLine.of(document)).read(document);
    } catch (InvalidPasswordException locked) {
      throw new IOException("It is locked with a password. Save a copy without one.", locked);
    } catch (RuntimeException broken) {
      // PDFBox answers damaged files with many kinds of unchecked exceptions.
      throw new IOException("It is damaged, or no PDF.", broken);
    }
  }

  private ImportedGuide read(PDDocument document) throws IOException {
    lines.stream()
        .filter(it -> it.page() == 0 && heading(it))
        .max(Comparator.comparingDouble(PdfLine::size))
        .ifPresent(it -> draft.title(it.text()));
    int page = 0;
    for (PDPage each : document.getPages()) {
      read(each, page);
      page++;
    }
    String named = document.getDocumentInformation().getTitle();
    return draft.finished(named == null ? "" : named);
  }

  /** Headings and links of a page, from top to bottom. */
  private void read(PDPage page, int number) throws IOException {
    List<LinkAnnotation> links = links(page);
    links.sort(
        Comparator.comparingDouble(LinkAnnotation::top).thenComparingDouble(LinkAnnotation::left));
    int next = 0;
    for (PdfLine line : lines.stream().filter(it -> it.page() == number).toList()) {
      while (next < links.size() && links.get(next).middle() < line.top()) {
        place(links.get(next), number);
        next++;
      }
      if (heading(line)) {
        draft.heading(line.text());
      }
    }
    for (; next < links.size(); next++) {
      place(links.get(next), number);
    }
  }

  private boolean heading(PdfLine line) {
    return line.size() >= body * LARGER && line.text().length() <= LONGEST_HEADING;
  }

  private void place(LinkAnnotation link, int page) {
    StringBuilder words = new StringBuilder();
    StringBuilder around = new StringBuilder();
    for (PdfLine line : lines) {
      if (line.page() == page) {
        String under = line.within(link.left(), link.top(), link.right(), link.bottom());
        if (!under.isBlank()) {
          words.append(' ').append(under);
          around.append(' ').append(line.text());
        }
      }
    }
    draft.link(words.toString(), link.href(), around.toString(), false);
  }

  private static List<LinkAnnotation> links(PDPage page) throws IOException {
    List<LinkAnnotation> links = new ArrayList<>();
    PDRectangle crop = page.getCropBox();
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationLink link
          && link.getAction() instanceof PDActionURI action
          && link.getRectangle() != null
          && action.getURI() != null) {
        PDRectangle at = link.getRectangle();
        links.add(
            new LinkAnnotation(
                action.getURI(),
                at.getLowerLeftX() - crop.getLowerLeftX(),
                crop.getUpperRightY() - at.getUpperRightY(),
                at.getUpperRightX() - crop.getLowerLeftX(),
                crop.getUpperRightY() - at.getLowerLeftY()));
      }
    }
    return links;
  }

  /** The size most letters have. */
  private static float bodySize(List<PdfLine> lines) {
    Map<Float, Integer> letters = new HashMap<>();
    lines.forEach(it -> letters.merge(it.size(), it.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /** A link annotation, measured from the page's top left corner, in points. */
  private record LinkAnnotation(String href, float left, float top, float right, float bottom) {
    float middle() {
      return (top + bottom) / 2;
    }
  }
}
