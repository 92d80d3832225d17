package signpost.tools.check;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, a row for each place a target is linked; no cell begins as a formula would. */
final class CsvReport {
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private CsvReport() {}

  static void write(CheckReport report, PrintWriter out) {
    row(
        List.of(
            "class",
            "status",
            "url",
            "reason",
            "final_url",
            "page",
            "line",
            "column",
            "element",
            "text",
            "perhaps_now",
            "archived_copy"),
        out);
    for (TargetResult result : report.results()) {
      for (LinkReference at : result.references()) {
        row(
            List.of(
                result.kind().word(),
                number(result.status()),
                result.url(),
                result.reason(),
                result.end(),
                at.page(),
                number(at.line()),
                number(at.column()),
                at.element(),
                at.text(),
                result.perhaps(),
                result.copy().isEmpty() ? "" : result.copy().get().url().href()),
            out);
      }
    }
  }

  private static String number(int n) {
    return n > 0 ? String.valueOf(n) : "";
  }

  private static void row(List<String> cells, PrintWriter out) {
    out.print(cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted || formula ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
