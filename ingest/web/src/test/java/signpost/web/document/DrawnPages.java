package signpost.web.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** A PDF drawn line by line, on pages of A4. */
final class DrawnPages {
  static final PDType1Font PLAIN = new PDType1Font(FontName.HELVETICA);
  static final PDType1Font BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

  private final List<List<DrawnText>> pages = new ArrayList<>();
  private final List<List<PDAnnotationLink>> links = new ArrayList<>();
  private String title = "";

  private record DrawnText(PDType1Font font, float size, float x, float y, String text) {}

  DrawnPages titled(String stated) {
    title = stated;
    return this;
  }

  DrawnPages page() {
    pages.add(new ArrayList<>());
    links.add(new ArrayList<>());
    return this;
  }

  /** At so many points from the left and from the foot of the page. */
  DrawnPages text(float size, float x, float y, String text) {
    pages.getLast().add(new DrawnText(PLAIN, size, x, y, text));
    return this;
  }

  DrawnPages bold(float size, float x, float y, String text) {
    pages.getLast().add(new DrawnText(BOLD, size, x, y, text));
    return this;
  }

  DrawnPages link(String href, float x, float y, float width) {
    var action = new PDActionURI();
    action.setURI(href);
    var link = new PDAnnotationLink();
    link.setAction(action);
    link.setRectangle(new PDRectangle(x, y - 2, width, 12));
    links.getLast().add(link);
    return this;
  }

  byte[] bytes() throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      for (int i = 0; i < pages.size(); i++) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          for (DrawnText it : pages.get(i)) {
            content.beginText();
            content.setFont(it.font(), it.size());
            content.newLineAtOffset(it.x(), it.y());
            content.showText(it.text());
            content.endText();
          }
        }
        page.getAnnotations().addAll(links.get(i));
      }
      document.getDocumentInformation().setTitle(title);
      document.save(out);
      return out.toByteArray();
    }
  }
}
