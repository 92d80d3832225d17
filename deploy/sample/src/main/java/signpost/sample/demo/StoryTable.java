package signpost.sample.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.sample.demo.DemoStory.AlertVerdict;
import signpost.sample.demo.DemoStory.StoryLine;
import signpost.sample.web.ExpectedAlert;

/** The story as a table of plain text, for a terminal of any width from 80 columns. */
final class StoryTable {
  private final Instant dayZero;

  StoryTable(Instant dayZero) {
    this.dayZero = dayZero;
  }

  String of(DemoStory story) {
    List<String> out = new ArrayList<>();
    out.add("What happened on the sample web, and what its owners were told");
    out.add("");
    out.add(row("day", "what happened", "expected", "told"));
    out.add("─".repeat(100));
    Optional<StoryLine> before = Optional.empty();
    for (StoryLine line : story.lines()) {
      boolean same = before.map(b -> b.happening().equals(line.happening())).orElse(false);
      out.add(
          row(
              same ? "" : day(line.happening().at()),
              same ? "" : line.happening().publisher() + ": " + line.happening().what(),
              line.due().map(ExpectedAlert::kind).map(StoryTable::words).orElse("nothing"),
              told(line)));
      before = Optional.of(line);
    }
    story
        .wrong()
        .forEach(wrong -> out.add(row(day(wrong.at()), "–", "nothing", "FALSE: " + words(wrong))));
    out.add("");
    out.add(
        "%d told, %d missed, %d late, %d false, %d rightly left untold%s"
            .formatted(
                story.count(AlertVerdict.TOLD),
                story.count(AlertVerdict.MISSED),
                story.count(AlertVerdict.LATE),
                story.wrong().size(),
                story.count(AlertVerdict.QUIET),
                story.count(AlertVerdict.NOT_YET) == 0
                    ? ""
                    : ", %d not due yet".formatted(story.count(AlertVerdict.NOT_YET))));
    return String.join(System.lineSeparator(), out);
  }

  private String told(StoryLine line) {
    return switch (line.verdict()) {
      case QUIET -> "nothing";
      case TOLD -> "day " + line.toldAt().map(this::day).orElse("?");
      case LATE -> "LATE: day " + line.toldAt().map(this::day).orElse("?");
      case MISSED -> "MISSED";
      case NOT_YET -> "not due yet";
    };
  }

  private static String words(FindingKind kind) {
    return switch (kind) {
      case BROKEN -> "broken";
      case GONE_IN_PLACE -> "gone in place";
      case MOVED -> "moved";
      case HOST_DOWN -> "host down";
      case DOMAIN_ENDING -> "name ending";
      case TLS_PROBLEM -> "certificate";
      case CHANGED -> "changed";
      case REPORTED -> "reported";
      case REVIEW_DUE -> "review due";
      case ADDRESS_QUESTION -> "address to confirm";
    };
  }

  private static String words(ToldFinding told) {
    return words(told.kind()) + (told.resolved() ? " resolved " : " ") + told.subject();
  }

  private String day(Instant at) {
    Duration since = Duration.between(dayZero, at);
    return "%d.%02d".formatted(since.toDays(), since.toHoursPart());
  }

  private static String row(String day, String what, String expected, String told) {
    return "%-6s %-62s %-14s %s".formatted(day, cut(what, 62), expected, told).stripTrailing();
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
