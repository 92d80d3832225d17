package signpost.tools.check;

import java.io.PrintWriter;
import java.util.StringJoiner;
import signpost.tools.check.CheckVerdict.ResultClass;

/**
 * Workflow commands that GitHub shows beside the lines they are about, and a summary. A place on
 * the web has no line there: its page is named in the message.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow
 *     commands</a>
 */
final class GithubReport {
  private GithubReport() {}

  static void write(CheckReport report, PrintWriter out, boolean suspectsCount) {
    for (TargetResult result : report.results()) {
      String command = command(result.kind(), suspectsCount);
      if (!command.isEmpty()) {
        result.references().forEach(at -> out.println(annotation(command, result, at)));
      }
    }
    if (report.isCut()) {
      out.println("::error title=not reached::The check ended before it was done");
    }
    out.println(ReportWords.summary(report));
  }

  private static String command(ResultClass kind, boolean suspectsCount) {
    return switch (kind) {
      case BROKEN, FRAGMENT -> "error";
      case SUSPECT -> suspectsCount ? "error" : "warning";
      case BLOCKED, MOVED -> "notice";
      case SKIPPED, OK -> "";
    };
  }

  private static String annotation(String command, TargetResult result, LinkReference at) {
    var properties = new StringJoiner(",", " ", "");
    boolean file = !at.page().isEmpty() && !HereFolder.web(at.page());
    if (file) {
      properties.add("file=" + property(HereFolder.page(at.page())));
      if (at.line() > 0) {
        properties.add("line=" + at.line()).add("col=" + at.column());
      }
    }
    properties.add("title=" + property(ReportWords.of(result.kind())));
    String told = ReportWords.message(result) + ReportWords.where(at);
    return "::" + command + properties + "::" + message(told);
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
