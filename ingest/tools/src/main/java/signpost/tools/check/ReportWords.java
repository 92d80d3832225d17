package signpost.tools.check;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import signpost.tools.check.CheckVerdict.ResultClass;

/** The words reports for people share. */
final class ReportWords {
  private ReportWords() {}

  static String of(ResultClass kind) {
    return switch (kind) {
      case BROKEN -> "broken";
      case FRAGMENT -> "missing fragment";
      case SUSPECT -> "suspect";
      case BLOCKED -> "blocked";
      case MOVED -> "moved";
      case SKIPPED -> "not checked";
      case OK -> "ok";
    };
  }

  /** {@code 12 links: 9 ok, 2 broken, 1 suspect}. */
  static String summary(CheckReport report) {
    Map<ResultClass, Integer> counts = report.counts();
    var parts = new StringJoiner(", ");
    parts.add(counts.getOrDefault(ResultClass.OK, 0) + " ok");
    for (ResultClass kind : ResultClass.values()) {
      int n = counts.getOrDefault(kind, 0);
      if (kind != ResultClass.OK && (n > 0 || kind == ResultClass.BROKEN)) {
        parts.add(n + " " + of(kind) + (kind == ResultClass.FRAGMENT && n > 1 ? "s" : ""));
      }
    }
    if (report.known() > 0) {
      parts.add(report.known() + " known already");
    }
    int all = report.total();
    double seconds = report.took().toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        "%d %s: %s (%d %s in %.1f s)",
        all,
        all == 1 ? "link" : "links",
        parts,
        report.requests(),
        report.requests() == 1 ? "request" : "requests",
        seconds);
  }

  /** {@code broken: https://a.example/ — 404 not found}. */
  static String message(TargetResult result) {
    String told = result.told();
    return clean(of(result.kind()) + ": " + result.url() + (told.isEmpty() ? "" : " — " + told));
  }

  /** {@code (on https://a.example/)}, for a place that is no line of a file. */
  static String where(LinkReference at) {
    return HereFolder.web(at.page()) ? clean(" (on " + at.page() + ")") : "";
  }

  /** What the web says may hold anything; a terminal must not obey it. */
  static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]", "");
  }

  static String page(LinkReference reference) {
    return reference.page().isEmpty() ? "given" : reference.page();
  }
}
