package signpost.web.guide;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Reads a guide from a Word document: heading styles, and hyperlinks by their relationships. */
final class DocxGuide {
  private static final long LARGEST_PART = 64L << 20;
  private static final double LEAST_RATIO = 0.005;
  private static final Pattern HEADING =
      Pattern.compile("(?:heading|überschrift|pennawd) ?([1-6])");
  private static final Pattern FIELD = Pattern.compile("(?i)HYPERLINK\\s+\"([^\"]+)\"");

  private final XWPFDocument document;
  private final ImportDraft draft = new ImportDraft(Optional.empty());

  private DocxGuide(XWPFDocument document) {
    this.document = document;
  }

  /**
   * @throws IOException if it is no readable Word document
   */
  static ImportedGuide read(InputStream in) throws IOException {
    ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    try (XWPFDocument document = new XWPFDocument(in)) {
      return new DocxGuide(document).read();
    } catch (RuntimeException broken) {
      // POI answers damaged files with many kinds of unchecked exceptions.
      throw new IOException("It is damaged, or no Word document (.docx).", broken);
    }
  }

  private ImportedGuide read() {
    walk(document.getBodyElements());
    String named = document.getProperties().getCoreProperties().getTitle();
    return draft.finished(named == null ? "" : named);
  }

  private void walk(List<IBodyElement> elements) {
    for (IBodyElement element : elements) {
      if (element instanceof XWPFParagraph paragraph) {
        paragraph(paragraph);
      } else if (element instanceof XWPFTable table) {
        table.getRows().stream()
            .flatMap(row -> row.getTableCells().stream())
            .forEach(cell -> walk(cell.getBodyElements()));
      }
    }
  }

  private void paragraph(XWPFParagraph paragraph) {
    String style = style(paragraph);
    if (style.equals("title")) {
      draft.title(paragraph.getText());
    } else if (HEADING.matcher(style).matches()) {
      if (style.endsWith("1")) {
        draft.title(paragraph.getText());
      }
      draft.heading(paragraph.getText());
    }
    links(paragraph);
  }

  private String style(XWPFParagraph paragraph) {
    String id = paragraph.getStyle();
    if (id == null) {
      return "";
    }
    XWPFStyle style = document.getStyles() == null ? null : document.getStyles().getStyle(id);
    String name = style == null || style.getName() == null ? id : style.getName();
    return name.toLowerCase(Locale.ROOT);
  }

  /** Neighbouring runs with one target are one link; formatting splits them. */
  private void links(XWPFParagraph paragraph) {
    String text = paragraph.getText();
    String target = "";
    StringBuilder words = new StringBuilder();
    boolean adjoins = false;
    for (IRunElement run : paragraph.getIRuns()) {
      String next = run instanceof XWPFRun it ? target(it) : "";
      if (!next.equals(target)) {
        boolean runsOn = !target.isEmpty() && !next.isEmpty() && !spaced(words);
        flush(words, target, text, adjoins || runsOn);
        adjoins = runsOn;
        target = next;
      }
      if (!target.isEmpty() && run instanceof XWPFRun it) {
        words.append(it.text());
      }
    }
    flush(words, target, text, adjoins);
    Matcher field = FIELD.matcher(instructions(paragraph));
    while (field.find()) {
      draft.link(text, field.group(1), text, true);
    }
  }

  private static boolean spaced(StringBuilder words) {
    return words.isEmpty() || Character.isWhitespace(words.charAt(words.length() - 1));
  }

  private void flush(StringBuilder words, String target, String paragraph, boolean doubtful) {
    if (!target.isEmpty()) {
      draft.link(words.toString(), target, paragraph, doubtful);
    }
    words.setLength(0);
  }

  private String target(XWPFRun run) {
    if (!(run instanceof XWPFHyperlinkRun link)) {
      return "";
    }
    XWPFHyperlink hyperlink = link.getHyperlink(document);
    return hyperlink == null || hyperlink.getURL() == null ? "" : hyperlink.getURL();
  }

  /** Older documents keep links in fields: {@code HYPERLINK "https://…"}. */
  private static String instructions(XWPFParagraph paragraph) {
    StringBuilder all = new StringBuilder();
    for (XWPFRun run : paragraph.getRuns()) {
      for (int i = 0; i < run.getCTR().sizeOfInstrTextArray(); i++) {
        all.append(run.getCTR().getInstrTextArray(i).getStringValue());
      }
    }
    return all.toString();
  }
}
