package signpost.web.guide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A small guide as a Word document and as a PDF. */
final class Documents {
  private Documents() {}

  static byte[] docx() throws IOException {
    try (var document = new XWPFDocument();
        var out = new ByteArrayOutputStream()) {
      styled(document, "Title", "Snap Guide");
      styled(document, "Heading1", "Wales resources");
      XWPFParagraph one = document.createParagraph();
      one.createRun().setText("See ");
      one.createHyperlinkRun("https://acehubwales.com/").setText("ACE Hub ");
      one.createHyperlinkRun("https://acehubwales.com/").setText("Wales");
      one.createRun().setText(" and ");
      one.createHyperlinkRun("https://c.org.uk/").setText("young minds");
      one.createHyperlinkRun("https://d.org.uk/").setText("Addressing");
      styled(document, "Heading2", "Scotland");
      document
          .createTable(1, 1)
          .getRow(0)
          .getCell(0)
          .addParagraph()
          .createHyperlinkRun("https://www.gov.scot/toolkit/")
          .setText("Toolkit");
      document.write(out);
      return out.toByteArray();
    }
  }

  private static void styled(XWPFDocument document, String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
  }

  static byte[] pdf() throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDFont font = new PDType1Font(FontName.HELVETICA);
      try (var content = new PDPageContentStream(document, page)) {
        write(content, font, 24, 780, "Snap Guide");
        write(content, font, 16, 740, "Wales resources");
        write(content, font, 11, 720, "See ACE Hub Wales for more.");
        write(content, font, 11, 700, "Some more words, so that most letters are of this size.");
        write(content, font, 16, 660, "Scotland");
        write(content, font, 11, 640, "Toolkit");
      }
      float before = font.getStringWidth("See ") / 1000 * 11;
      float width = font.getStringWidth("ACE Hub Wales") / 1000 * 11;
      link(page, "https://acehubwales.com/", 50 + before, 718, width);
      link(page, "https://www.gov.scot/toolkit/", 50, 638, 60);
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void write(
      PDPageContentStream content, PDFont font, float size, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(50, y);
    content.showText(text);
    content.endText();
  }

  private static void link(PDPage page, String href, float x, float y, float width)
      throws IOException {
    var action = new PDActionURI();
    action.setURI(href);
    var link = new PDAnnotationLink();
    link.setAction(action);
    link.setRectangle(new PDRectangle(x, y, width, 12));
    page.getAnnotations().add(link);
  }
}
