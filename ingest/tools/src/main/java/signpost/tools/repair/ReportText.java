package signpost.tools.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import signpost.tools.repair.RepairItem.RepairOutcome;
import signpost.url.WebUrl;

/** A report for people: what they must do first, what was done, and one line that sums up. */
public final class ReportText {
  private static final int LONGEST = 500;

  private ReportText() {}

  /**
   * @param file as it was given
   * @param end what was written where
   */
  public static String of(RepairReport report, String file, String end) {
    List<String> lines = new ArrayList<>();
    if (!report.setAside().isEmpty()) {
      lines.add("Answers set aside");
      report.setAside().forEach(it -> lines.add("  " + PlainOutput.line(it, LONGEST)));
      lines.add("");
    }
    section(lines, report, "For you to do", it -> it.outcome().left());
    section(lines, report, "Replaced", it -> it.outcome() == RepairOutcome.REPLACED);
    section(lines, report, "Replaced before", it -> it.outcome() == RepairOutcome.ALREADY);
    section(lines, report, "Kept", it -> it.outcome() == RepairOutcome.KEPT);
    section(lines, report, "Nowhere in the file", it -> it.outcome() == RepairOutcome.ABSENT);
    lines.add(PlainOutput.line(file, LONGEST) + ": " + summary(report) + ". " + end);
    return String.join("\n", lines) + "\n";
  }

  private static String summary(RepairReport report) {
    return report.count(RepairOutcome.REPLACED)
        + " replaced, "
        + report.count(RepairOutcome.KEPT)
        + " kept, "
        + report.left()
        + " for you to do, "
        + report.count(RepairOutcome.ABSENT)
        + " nowhere in it"
        + (report.setAside().isEmpty() ? "" : ", " + report.setAside().size() + " set aside");
  }

  private static void section(
      List<String> lines, RepairReport report, String title, Predicate<RepairItem> wanted) {
    List<RepairItem> items = report.items().stream().filter(wanted).toList();
    if (items.isEmpty()) {
      return;
    }
    lines.add(title);
    for (RepairItem item : items) {
      lines.add("  " + PlainOutput.line(told(item), LONGEST));
      String more = more(item);
      if (!more.isEmpty()) {
        lines.add("    " + PlainOutput.line(more, LONGEST));
      }
    }
    lines.add("");
  }

  private static String told(RepairItem item) {
    String where = item.place().map(ReportText::where).orElse("");
    String words = item.words().isEmpty() ? "" : "“" + item.words() + "”  ";
    String with = item.answer().with().map(WebUrl::href).orElse("");
    String what =
        switch (item.outcome()) {
          case REPLACED -> words + item.was() + " → " + with;
          case ALREADY, KEPT -> words + item.was();
          case REMOVE -> "remove  " + words + item.was();
          case SHOWN -> "the words show the old address  “" + item.was() + "”, now " + with;
          case ELSEWHERE, BY_HAND -> "replace by hand  " + words + item.was() + " → " + with;
          case ABSENT -> item.answer().target().href();
        };
    return where + what;
  }

  private static String where(FilePlace place) {
    return switch (place) {
      case FilePlace.InText(int line, int column) -> line + ":" + column + "  ";
      case FilePlace.InDocument(String part, int paragraph, String section) ->
          part
              + (paragraph == 0 ? "" : ", paragraph " + paragraph)
              + (section.isEmpty() ? "" : ", under “" + section + "”")
              + "  ";
    };
  }

  private static String more(RepairItem item) {
    String by = item.answer().by().isEmpty() ? "" : "answered by " + item.answer().by();
    String at = item.answer().at().isEmpty() ? "" : "on " + item.answer().at();
    String answered = (by + " " + at).strip();
    return item.note() + (item.note().isEmpty() || answered.isEmpty() ? "" : "; ") + answered;
  }
}
