package signpost.tools.check;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import signpost.tools.check.Verdict.Kind;

/** A table for a pull request or a wiki. */
final class MarkdownReport {
  private static final int MOST_PLACES = 5;

  private MarkdownReport() {}

  static void write(Report report, PrintWriter out) {
    out.println("# Link check");
    out.println();
    out.println(Words.summary(report));
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
                    + Words.of(result.kind())
                    + " | "
                    + escaped(result.url())
                    + " | "
                    + escaped(result.told())
                    + " | "
                    + places(result)
                    + " |"));
  }

  private static boolean untold(Result result) {
    return result.kind() == Kind.OK;
  }

  private static String places(Result result) {
    int more = result.references().size() - MOST_PLACES;
    return result.references().stream()
            .limit(MOST_PLACES)
            .map(at ->
                escaped(Words.page(at))
                    + (at.line() > 0 ? ":" + at.line() + ":" + at.column() : ""))
            .collect(Collectors.joining("<br>"))
        + (more > 0 ? "<br>and " + more + " more" : "");
  }

  /** Nothing a page says becomes a link, a mention, HTML or a new cell. */
  static String escaped(String text) {
    return Words.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
        .replace("@", "&#64;");
  }
}
