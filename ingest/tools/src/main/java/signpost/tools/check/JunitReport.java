package signpost.tools.check;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import signpost.tools.check.CheckVerdict.ResultClass;

/** JUnit XML, as CI servers read it: a test for each target, failed where the exit code says so. */
final class JunitReport {
  private static final int MOST_REFERRERS = 50;

  private JunitReport() {}

  static void write(CheckReport report, PrintWriter out, boolean suspectsCount) {
    long failures =
        report.results().stream().filter(r -> CheckReport.problem(r.kind(), suspectsCount)).count();
    long skipped = report.results().stream().filter(r -> skipped(r, suspectsCount)).count();
    String counts =
        String.format(
            Locale.ROOT,
            "tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%.3f\"",
            report.results().size(),
            failures,
            skipped,
            report.took().toMillis() / 1000.0);
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println("<testsuites name=\"signpost check\" " + counts + ">");
    out.println("  <testsuite name=\"links\" " + counts + ">");
    for (TargetResult result : report.results()) {
      write(result, out, suspectsCount);
    }
    out.println("  </testsuite>");
    out.println("</testsuites>");
  }

  private static boolean skipped(TargetResult result, boolean suspectsCount) {
    return result.kind() == ResultClass.SKIPPED
        || result.kind() == ResultClass.BLOCKED
        || (result.kind() == ResultClass.SUSPECT && !suspectsCount);
  }

  private static void write(TargetResult result, PrintWriter out, boolean suspectsCount) {
    String page = ReportWords.page(result.references().getFirst());
    String test =
        "    <testcase name=\"" + escaped(result.url()) + "\" classname=\"" + escaped(page) + "\"";
    String message = escaped(ReportWords.of(result.kind()) + ": " + result.told());
    if (CheckReport.problem(result.kind(), suspectsCount)) {
      out.println(test + ">");
      out.println(
          "      <failure type=\""
              + result.kind().word()
              + "\" message=\""
              + message
              + "\">"
              + escaped(places(result))
              + "</failure>");
      out.println("    </testcase>");
    } else if (skipped(result, suspectsCount)) {
      out.println(test + "><skipped message=\"" + message + "\"/></testcase>");
    } else {
      out.println(test + "/>");
    }
  }

  private static String places(TargetResult result) {
    return result.references().stream()
        .limit(MOST_REFERRERS)
        .map(at ->
            "linked from "
                + ReportWords.page(at)
                + (at.line() > 0 ? ":" + at.line() + ":" + at.column() : ""))
        .collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .filter(c ->
            c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)))
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
