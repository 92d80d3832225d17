package signpost.web.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads a PDF page by page, inside the document worker. */
final class PdfDocument {
  static final int MOST_PAGES = 2_000;
  private static final int MOST_CHARS = 4_000_000;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?i)(?:page\\s*)?\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?");
  private static final Pattern BULLET = Pattern.compile("^[•●▪‣◦·■–]\\s*");
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)^(?:microsoft \\w+ - .*|untitled.*|title|document\\d*|.*\\.(?:docx?|indd|pdf|pptx?))$");

  private PdfDocument() {}

  static DocumentText read(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      if (pages > MOST_PAGES) {
        return new DocumentText.DocumentRefused(
            ReadOutcome.UnreadableReason.TOO_BIG, pages + " pages; we read " + MOST_PAGES);
      }
      PdfLines lines = new PdfLines(document);
      for (int page = 1; page <= pages; page++) {
        lines.read(page);
        if (lines.chars() > MOST_CHARS) {
          return new DocumentText.DocumentRefused(
              ReadOutcome.UnreadableReason.TOO_BIG, "more than " + MOST_CHARS + " characters");
        }
      }
      return text(document, lines, pages);
    } catch (InvalidPasswordException _) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.ENCRYPTED, "asks for a password");
    }
  }

  private static DocumentText text(PDDocument document, PdfLines lines, int pages) {
    float body = lines.bodySize();
    List<TextBlock> blocks = new ArrayList<>();
    for (PdfLines.PdfParagraph passage : lines.passages()) {
      String text = ReadableText.oneLine(passage.text());
      if (!text.isEmpty() && !PAGE_NUMBER.matcher(text).matches()) {
        blocks.add(block(text, passage.size(), body));
      }
    }
    if (blocks.isEmpty()) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.EMPTY, "no text on any page; perhaps scanned");
    }
    String language = document.getDocumentCatalog().getLanguage();
    return new DocumentText.Text(
        title(document, lines, blocks),
        language == null ? "" : language,
        Math.max(1, pages),
        blocks,
        lines.links());
  }

  private static TextBlock block(String text, float size, float body) {
    if (size >= body * 1.18f && text.length() < 200) {
      int level = size >= body * 1.9f ? 1 : size >= body * 1.4f ? 2 : 3;
      return TextBlock.heading(level, text);
    }
    String unmarked = BULLET.matcher(text).replaceFirst("");
    return unmarked.length() < text.length() && !unmarked.isBlank()
        ? new TextBlock(TextBlock.BlockKind.ITEM, 1, unmarked)
        : TextBlock.paragraph(text);
  }

  /** The metadata's title unless it is a file name; else the largest line of the first page. */
  private static String title(PDDocument document, PdfLines lines, List<TextBlock> blocks) {
    String stated = document.getDocumentInformation().getTitle();
    String clean = stated == null ? "" : ReadableText.oneLine(stated);
    if (clean.length() > 3 && !NO_TITLE.matcher(clean.toLowerCase(Locale.ROOT)).matches()) {
      return ReadableText.cut(clean, 300);
    }
    String largest = ReadableText.oneLine(lines.largestOnFirstPage());
    return ReadableText.cut(largest.isEmpty() ? blocks.getFirst().text() : largest, 300);
  }
}
