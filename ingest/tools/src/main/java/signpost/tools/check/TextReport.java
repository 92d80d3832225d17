package signpost.tools.check;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import signpost.tools.check.CheckVerdict.ResultClass;

/** For people: what is wrong on each page, the worst first, and one line that sums up. */
final class TextReport {
  /** What more places than this link to is told once: it stands in a menu or a footer. */
  private static final int MANY = 10;

  private static final int SHOWN = 3;

  private record TextReportLine(TargetResult result, LinkReference reference) {}

  private TextReport() {}

  static void write(CheckReport report, PrintWriter out, boolean everything) {
    Map<String, List<TextReportLine>> pages = new TreeMap<>();
    for (TargetResult result : report.results()) {
      if (everything || (result.kind() != ResultClass.OK && result.kind() != ResultClass.SKIPPED)) {
        if (result.references().size() > MANY && !everything) {
          everywhere(result, out);
        } else {
          for (LinkReference reference : result.references()) {
            pages
                .computeIfAbsent(reference.page(), _ -> new ArrayList<>())
                .add(new TextReportLine(result, reference));
          }
        }
      }
    }
    Comparator<Map.Entry<String, List<TextReportLine>>> worst =
        Comparator.comparing(page -> page.getValue().getFirst().result().kind());
    pages.entrySet().stream()
        .sorted(worst.thenComparing(Map.Entry::getKey))
        .forEach(page -> page(page.getKey(), page.getValue(), out));
    skipped(report, everything, out);
    out.println(ReportWords.summary(report));
  }

  private static void page(String page, List<TextReportLine> lines, PrintWriter out) {
    out.println(page.isEmpty() ? "Given" : ReportWords.clean(page));
    for (TextReportLine line : lines) {
      LinkReference at = line.reference();
      String where = at.line() > 0 ? at.line() + ":" + at.column() + "  " : "";
      out.println(ReportWords.clean("  " + where + told(line.result(), at)));
    }
    out.println();
  }

  private static void everywhere(TargetResult result, PrintWriter out) {
    int places = result.references().size();
    out.println("Linked from " + String.format(Locale.ROOT, "%,d", places) + " places");
    out.println(ReportWords.clean("  " + told(result, result.references().getFirst())));
    for (LinkReference at : result.references().subList(0, SHOWN)) {
      String line = at.line() > 0 ? ":" + at.line() + ":" + at.column() : "";
      out.println(ReportWords.clean("    on " + ReportWords.page(at) + line));
    }
    out.println("    and " + String.format(Locale.ROOT, "%,d", places - SHOWN) + " more (-v: all)");
    out.println();
  }

  private static String told(TargetResult result, LinkReference at) {
    String told = result.told();
    String words = at.text().isEmpty() ? "" : "  “" + at.text() + "”";
    String element = at.element().isEmpty() || !words.isEmpty() ? "" : "  <" + at.element() + ">";
    return ReportWords.of(result.kind())
        + "  "
        + result.url()
        + (told.isEmpty() ? "" : " — " + told)
        + words
        + element;
  }

  /** One line a reason, for there can be thousands. */
  private static void skipped(CheckReport report, boolean everything, PrintWriter out) {
    Map<String, List<TargetResult>> reasons = new TreeMap<>();
    for (TargetResult result : report.results()) {
      if (!everything && result.kind() == ResultClass.SKIPPED) {
        reasons.computeIfAbsent(result.reason(), _ -> new ArrayList<>()).add(result);
      }
    }
    reasons.forEach((reason, results) ->
        out.println(
            ReportWords.clean(
                "not checked: "
                    + results.getFirst().url()
                    + (results.size() > 1 ? " and " + (results.size() - 1) + " more" : "")
                    + " — "
                    + reason)));
    if (!reasons.isEmpty()) {
      out.println();
    }
  }
}
