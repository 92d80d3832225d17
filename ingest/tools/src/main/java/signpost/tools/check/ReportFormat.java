package signpost.tools.check;

import java.io.PrintWriter;

/** How a report is written; lower case, for that is how it is typed. */
@SuppressWarnings("checkstyle:ConstantName")
public enum ReportFormat {
  text,
  json,
  junit,
  csv,
  markdown,
  sarif,
  github;

  /**
   * Writes all of it; {@code everything}: what is fine too, where the format would leave it out.
   */
  public void write(
      CheckReport report, PrintWriter out, boolean suspectsCount, boolean everything) {
    switch (this) {
      case text -> TextReport.write(report, out, everything);
      case json -> JsonReport.write(report, out);
      case junit -> JunitReport.write(report, out, suspectsCount);
      case csv -> CsvReport.write(report, out);
      case markdown -> MarkdownReport.write(report, out);
      case sarif -> SarifReport.write(report, out, suspectsCount);
      case github -> GithubReport.write(report, out, suspectsCount);
    }
    out.flush();
  }
}
