package signpost.web.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents put together part by part. */
public final class ZippedFiles {
  private static final String HYPERLINK =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();

  public ZippedFiles with(String name, String text) {
    parts.put(name, text);
    return this;
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        byte[] content = part.getValue().getBytes(UTF_8);
        zip.putNextEntry(entry(part.getKey(), content));
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What a file is stands in it uncompressed. */
  private static ZipEntry entry(String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    if (name.equals("mimetype")) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    return entry;
  }

  /** A Word file with a body; its parts are found by their usual relationships. */
  public static ZippedFiles word(String body) {
    return new ZippedFiles()
        .with("_rels/.rels", relations(relation("r1", "officeDocument", "word/document.xml")))
        .with("word/document.xml", part("w:document", "<w:body>" + body + "</w:body>"));
  }

  public static String part(String root, String content) {
    return "<?xml version=\"1.0\"?><"
        + root
        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
        + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
        + " xmlns:v=\"urn:schemas-microsoft-com:vml\">"
        + content
        + "</"
        + root
        + ">";
  }

  public static String relations(String... each) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + String.join("", each)
        + "</Relationships>";
  }

  public static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>"
        .formatted(id, TYPES, type, target);
  }

  public static String link(String id, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\" TargetMode=\"External\"/>"
        .formatted(id, HYPERLINK, target);
  }

  /** A paragraph of a Word file in a style, or in none. */
  public static String paragraph(String style, String runs) {
    String named = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + named + runs + "</w:p>";
  }

  public static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** An OpenDocument text with a body. */
  public static ZippedFiles openText(String body) {
    return new ZippedFiles()
        .with("mimetype", "application/vnd.oasis.opendocument.text")
        .with(
            "content.xml",
            openPart("<office:body><office:text>" + body + "</office:text></office:body>"));
  }

  public static String openPart(String content) {
    String open = "urn:oasis:names:tc:opendocument:xmlns:";
    return "<office:document xmlns:office=\"%soffice:1.0\" xmlns:text=\"%stext:1.0\""
            .formatted(open, open)
        + " xmlns:table=\"%stable:1.0\" xmlns:draw=\"%sdrawing:1.0\"".formatted(open, open)
        + " xmlns:style=\"%sstyle:1.0\" xmlns:svg=\"%ssvg-compatible:1.0\"".formatted(open, open)
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
        + content
        + "</office:document>";
  }

  /** An EPUB whose package lists items and a spine. */
  public static ZippedFiles epub(String manifest, String spine) {
    return new ZippedFiles()
        .with("mimetype", "application/epub+zip")
        .with(
            "META-INF/container.xml",
            "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                + "<rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>")
        .with(
            "OEBPS/book.opf",
            "<package xmlns=\"http://www.idpf.org/2007/opf\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>A"
                + " Handbook</dc:title><dc:language>cy</dc:language></metadata><manifest>"
                + manifest
                + "</manifest><spine>"
                + spine
                + "</spine></package>");
  }

  public static String chapter(String body) {
    return "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/>"
        + "<script src=\"a.js\"/></head><body>"
        + body
        + "</body></html>";
  }
}
