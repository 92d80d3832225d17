package signpost.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Documents made on the spot. */
public final class Documents {
  private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  private Documents() {}

  public static byte[] pdf(int pages) throws IOException {
    return pdf(pages, "https://traumaframeworkcymru.com/summary");
  }

  public static byte[] pdf(int pages, String leadsTo) throws IOException {
    try (PDDocument document = new PDDocument()) {
      fill(document, pages, leadsTo);
      return bytes(document);
    }
  }

  public static byte[] lockedPdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      fill(document, 1, "https://traumaframeworkcymru.com/summary");
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", "user", new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      return bytes(document);
    }
  }

  public static byte[] emptyPdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      return bytes(document);
    }
  }

  /** A PDF of some kilobytes, whose one page says a word of 200 megabytes. */
  public static byte[] pdfBomb() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDStream drawn = new PDStream(document);
      try (OutputStream out = drawn.createOutputStream(COSName.FLATE_DECODE)) {
        out.write("BT /F1 12 Tf (".getBytes(UTF_8));
        byte[] word = "a".repeat(1 << 20).getBytes(UTF_8);
        for (int i = 0; i < 200; i++) {
          out.write(word);
        }
        out.write(") Tj ET".getBytes(UTF_8));
      }
      page.setContents(drawn);
      return bytes(document);
    }
  }

  /** A PDF whose one page draws a form that draws another ten times, and so on: never done. */
  public static byte[] endlessPdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDFormXObject inner = form(document, "");
      for (int depth = 0; depth < 12; depth++) {
        PDFormXObject outer = form(document, "/X Do ".repeat(10));
        outer.setResources(new PDResources());
        outer.getResources().put(COSName.getPDFName("X"), inner);
        inner = outer;
      }
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.drawForm(inner);
      }
      return bytes(document);
    }
  }

  private static PDFormXObject form(PDDocument document, String drawn) throws IOException {
    PDFormXObject form =
        new PDFormXObject(new PDStream(document, new ByteArrayInputStream(drawn.getBytes(UTF_8))));
    form.setBBox(PDRectangle.A4);
    return form;
  }

  private static void fill(PDDocument document, int pages, String leadsTo) throws IOException {
    for (int number = 1; number <= pages; number++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        if (number == 1) {
          line(out, 24, 760, "Trauma-Informed Wales Framework");
          line(out, 12, 700, "Read the summary of the framework");
          link(page, 700, leadsTo);
        }
        line(out, 12, 660, "A trauma-informed approach on page " + number + " recognises that");
        line(out, 12, 646, "everyone has a role in it.");
        line(out, 9, 30, String.valueOf(number));
      }
    }
  }

  private static void line(PDPageContentStream out, int size, int y, String text)
      throws IOException {
    out.beginText();
    out.setFont(FONT, size);
    out.newLineAtOffset(60, y);
    out.showText(text);
    out.endText();
  }

  private static void link(PDPage page, int y, String uri) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(new PDRectangle(58, y - 3, 400, 15));
    PDActionURI action = new PDActionURI();
    action.setURI(uri);
    link.setAction(action);
    page.getAnnotations().add(link);
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  public static byte[] docx() throws IOException {
    return docx("https://www.gov.uk/working-definition", "9 to 5");
  }

  public static byte[] docx(String leadsTo, String hours) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFParagraph heading = document.createParagraph();
      heading.setStyle("Heading1");
      heading.createRun().setText("Snap guide");
      XWPFParagraph prose = document.createParagraph();
      prose.createRun().setText("Trauma-informed practice starts with the definition in ");
      prose.createHyperlinkRun(leadsTo).setText("the working definition");
      XWPFParagraph item = document.createParagraph();
      item.setNumID(BigInteger.ONE);
      item.createRun().setText("first point");
      var row = document.createTable(1, 2).getRow(0);
      row.getCell(0).setText("Monday");
      row.getCell(1).setText(hours);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** A Word file whose text unpacks to more than a thousand times its size. */
  public static byte[] docxBomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
      entry(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
              + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
              + " Target=\"word/document.xml\"/></Relationships>");
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
              .getBytes(UTF_8));
      byte[] zeros = "0".repeat(1 << 20).getBytes(UTF_8);
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
      zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}
