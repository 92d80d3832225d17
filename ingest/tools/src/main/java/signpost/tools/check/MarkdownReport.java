package signpost.tools.check;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import signpost.tools.check.CheckVerdict.ResultClass;

/** A table for a pull request or a wiki. */
final class MarkdownReport {
  private static final int MOST_PLACES = 5;

  private MarkdownReport() {}

  static void write(CheckReport report, PrintWriter out) {
    out.println("# Link check");
    out.println();
    out.println(ReportWords.summary(report));
    if (report.results().stream().allMatch(MarkdownReport::untold)) {
      return;
    }
    out.println();
    out.println("| Class | Link | Why | Linked from |");
    out.println("|---|---|---|---|");
    report.results().stream()
        .filter(result -> !untold(result))
        .forEach(result ->
            out.println(
                "| "
                    + ReportWords.of(result.kind())
                    + " | "
                    + escaped(result.url())
                    + " | "
                    + escaped(result.told())
                    + " | "
                    + places(result)
                    + " |"));
  }

  private static boolean untold(TargetResult result) {
    return result.kind() == ResultClass.OK;
  }

  private static String places(TargetResult result) {
    int more = result.references().size() - MOST_PLACES;
    return result.references().stream()
            .limit(MOST_PLACES)
            .map(at ->
                escaped(ReportWords.page(at))
                    + (at.line() > 0 ? ":" + at.line() + ":" + at.column() : ""))
            .collect(Collectors.joining("<br>"))
        + (more > 0 ? "<br>and " + more + " more" : "");
  }

  /** Nothing a page says becomes a link, a mention, HTML or a new cell. */
  static String escaped(String text) {
    return ReportWords.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
        .replace("@", "&#64;");
  }
}
