package signpost.sample.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page as a small PDF 1.4: one sheet per {@code ##} heading, words in Helvetica, live links. */
final class PdfPage {
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");
  private static final int COLUMNS = 84;
  private static final int TOP = 780;
  private static final int LEADING = 15;

  private final SamplePage page;
  private final SampleMarkup markup;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  PdfPage(SamplePage page, int port) {
    this.page = page;
    this.markup = new SampleMarkup(port);
  }

  byte[] bytes(String creationDate, String id) {
    List<String> sheets = sheets();
    write("%PDF-1.4\n");
    object("<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      kids.append(5 + 2 * i).append(" 0 R ");
    }
    object("<< /Type /Pages /Count %d /Kids [%s] >>".formatted(sheets.size(), kids));
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    object(
        "<< /Title (%s) /Author (%s) /Producer (Signpost sample web) /CreationDate (%s) /ModDate (%s) >>"
            .formatted(
                literal(page.title()),
                literal(page.fact("author").orElse("")),
                creationDate,
                creationDate));
    for (int i = 0; i < sheets.size(); i++) {
      sheet(sheets.get(i), 6 + 2 * i);
    }
    trailer(id);
    return out.toByteArray();
  }

  private List<String> sheets() {
    String front = "# " + page.title() + "\n" + page.fact("lead").orElse("") + "\n";
    return List.of((front + page.text()).split("\n(?=## )", -1));
  }

  private void sheet(String text, int contents) {
    StringBuilder stream = new StringBuilder("BT /F1 11 Tf 56 " + TOP + " Td " + LEADING + " TL\n");
    List<String> links = new ArrayList<>();
    int row = 0;
    for (String line : text.split("\n", -1)) {
      boolean heading = line.startsWith("#");
      String words = heading ? line.replaceFirst("^#+ ", "") : SampleMarkup.plain(line);
      stream.append(heading ? "/F1 16 Tf\n" : "/F1 11 Tf\n");
      int from = row;
      for (String part : wrap(words, heading ? 56 : COLUMNS)) {
        stream.append('(').append(literal(part)).append(") Tj T*\n");
        row++;
      }
      int until = row;
      link(line).ifPresent(url -> links.add(annotation(url, from, until)));
    }
    stream.append("ET");
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R /Annots [%s] >>"
            .formatted(contents, String.join(" ", links)));
    object(
        "<< /Length %d >>\nstream\n%s\nendstream"
            .formatted(stream.toString().getBytes(WIN_ANSI).length, stream));
  }

  private Optional<String> link(String line) {
    return SampleMarkup.firstLink(line).map(markup::url);
  }

  private static String annotation(String url, int from, int until) {
    return "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [56 %d 540 %d] /A << /S /URI /URI (%s) >> >>"
        .formatted(TOP - LEADING * until + 10, TOP - LEADING * from + 12, literal(url));
  }

  private static List<String> wrap(String words, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() >= columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void object(String content) {
    offsets.add(out.size());
    write(offsets.size() + " 0 obj\n" + content + "\nendobj\n");
  }

  private void trailer(String id) {
    int start = out.size();
    StringBuilder table = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n");
    table.append("0000000000 65535 f \n");
    offsets.forEach(offset -> table.append("%010d 00000 n \n".formatted(offset)));
    write(table.toString());
    write(
        "trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(offsets.size() + 1, id, id, start));
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(WIN_ANSI));
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }
}
