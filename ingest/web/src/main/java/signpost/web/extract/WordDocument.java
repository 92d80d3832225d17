package signpost.web.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Reads a Word file, inside the document worker. */
final class WordDocument {
  private static final int MOST_BLOCKS = 50_000;
  private static final int MOST_CHARS = 4_000_000;

  private final List<TextBlock> blocks = new ArrayList<>();
  private final List<BlockWalk.RawLink> links = new ArrayList<>();
  private String heading = "";
  private String titled = "";
  private int chars;

  private WordDocument() {}

  static DocumentText read(byte[] bytes) throws IOException {
    ZipSecureFile.setMinInflateRatio(0.005);
    ZipSecureFile.setMaxEntrySize(64L * 1024 * 1024);
    ZipSecureFile.setMaxFileCount(2000);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      return new WordDocument().text(document);
    } catch (EncryptedDocumentException _) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.ENCRYPTED, "asks for a password");
    } catch (IOException | RuntimeException e) {
      if (isBomb(e)) {
        return new DocumentText.DocumentRefused(
            ReadOutcome.UnreadableReason.TOO_BIG, "unpacks beyond our limits");
      }
      throw e;
    }
  }

  private static boolean isBomb(Exception e) {
    String words = e.getMessage() + " " + e.getCause();
    return e instanceof RecordFormatException
        || words.contains("Zip bomb")
        || words.contains("internal file entries");
  }

  private DocumentText text(XWPFDocument document) {
    for (IBodyElement element : document.getBodyElements()) {
      switch (element) {
        case XWPFParagraph paragraph -> paragraph(document, paragraph);
        case XWPFTable table -> table(document, table);
        case XWPFSDT control ->
            add(TextBlock.BlockKind.PARAGRAPH, 0, control.getContent().getText());
        default -> {
          // charts and the like hold no text
        }
      }
      if (blocks.size() > MOST_BLOCKS || chars > MOST_CHARS) {
        return new DocumentText.DocumentRefused(
            ReadOutcome.UnreadableReason.TOO_BIG, "more than " + MOST_CHARS + " characters");
      }
    }
    if (blocks.isEmpty()) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.EMPTY, "no text in the document");
    }
    return new DocumentText.Text(title(document), "", 1, blocks, links);
  }

  private String title(XWPFDocument document) {
    String stated = document.getProperties().getCoreProperties().getTitle();
    String clean = stated == null ? "" : ReadableText.oneLine(stated);
    if (!clean.isEmpty()) {
      return clean;
    }
    return titled.isEmpty() ? ReadableText.cut(blocks.getFirst().text(), 200) : titled;
  }

  private void paragraph(XWPFDocument document, XWPFParagraph paragraph) {
    String style = String.valueOf(paragraph.getStyle()).toLowerCase(Locale.ROOT);
    String text = ReadableText.oneLine(paragraph.getText());
    if (style.startsWith("heading") || style.equals("title")) {
      int level = style.endsWith("title") ? 1 : level(style);
      titled = titled.isEmpty() ? text : titled;
      heading = text;
      add(TextBlock.BlockKind.HEADING, level, text);
    } else if (paragraph.getNumID() != null) {
      int depth = paragraph.getNumIlvl() == null ? 0 : paragraph.getNumIlvl().intValue();
      add(TextBlock.BlockKind.ITEM, Math.clamp(depth + 1, 1, 9), text);
    } else {
      add(TextBlock.BlockKind.PARAGRAPH, 0, text);
    }
    links(document, paragraph);
  }

  private static int level(String style) {
    char last = style.charAt(style.length() - 1);
    return last >= '1' && last <= '6' ? last - '0' : 2;
  }

  private void links(XWPFDocument document, XWPFParagraph paragraph) {
    for (XWPFRun run : paragraph.getRuns()) {
      if (run instanceof XWPFHyperlinkRun linked) {
        XWPFHyperlink link = linked.getHyperlink(document);
        if (link != null && link.getURL() != null) {
          addLink(link.getURL(), ReadableText.oneLine(linked.text()));
        }
      }
    }
  }

  /** Word cuts one link into runs wherever its formatting changes. */
  private void addLink(String href, String text) {
    if (!links.isEmpty()) {
      BlockWalk.RawLink last = links.getLast();
      if (last.href().equals(href) && last.heading().equals(heading)) {
        links.removeLast();
        links.add(new BlockWalk.RawLink(href, (last.text() + " " + text).strip(), heading));
        return;
      }
    }
    links.add(new BlockWalk.RawLink(href, text, heading));
  }

  private void table(XWPFDocument document, XWPFTable table) {
    for (XWPFTableRow row : table.getRows()) {
      List<String> cells = new ArrayList<>();
      row.getTableCells()
          .forEach(cell -> {
            String text = ReadableText.oneLine(cell.getText());
            if (!text.isEmpty()) {
              cells.add(text);
            }
            cell.getParagraphs().forEach(paragraph -> links(document, paragraph));
          });
      String text = String.join("\t", cells);
      if (!text.isEmpty()) {
        blocks.add(new TextBlock(TextBlock.BlockKind.ROW, 0, text));
        chars += text.length();
      }
    }
  }

  private void add(TextBlock.BlockKind kind, int level, String raw) {
    String text = ReadableText.oneLine(raw);
    if (!text.isEmpty()) {
      blocks.add(new TextBlock(kind, level, text));
      chars += text.length();
    }
  }
}
