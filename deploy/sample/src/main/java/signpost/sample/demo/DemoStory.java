package signpost.sample.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.sample.web.ExpectedAlert;
import signpost.sample.web.SampleHappening;

/** What happened on the sample web beside what owners were told: nothing due may be missing. */
record DemoStory(List<StoryLine> lines, List<ToldFinding> wrong) {
  DemoStory {
    lines = List.copyOf(lines);
    wrong = List.copyOf(wrong);
  }

  /** How a due came out. */
  enum AlertVerdict {
    /** Nothing was due and nothing was told. */
    QUIET,
    TOLD,
    LATE,
    MISSED,
    /** The demo ended before it had to be told. */
    NOT_YET
  }

  /** One happening and one due of it; a happening without dues has one line. */
  record StoryLine(
      SampleHappening happening,
      Optional<ExpectedAlert> due,
      AlertVerdict verdict,
      Optional<Instant> toldAt) {}

  /** Compares the calendar with the mails, up to an instant. */
  static DemoStory of(List<SampleHappening> calendar, List<ToldFinding> told, Instant end) {
    List<ToldFinding> inOrder =
        told.stream().sorted(Comparator.comparing(ToldFinding::at)).toList();
    List<StoryLine> lines = new ArrayList<>();
    for (SampleHappening happening : calendar) {
      if (happening.at().isAfter(end)) {
        continue;
      }
      if (happening.dues().isEmpty()) {
        lines.add(new StoryLine(happening, Optional.empty(), AlertVerdict.QUIET, Optional.empty()));
      }
      for (ExpectedAlert due : happening.dues()) {
        lines.add(line(happening, due, inOrder, end));
      }
    }
    return new DemoStory(lines, wrong(calendar, inOrder));
  }

  /** Whether nothing due was missed and nothing wrong was told. */
  boolean good() {
    return wrong.isEmpty() && count(AlertVerdict.MISSED) + count(AlertVerdict.LATE) == 0;
  }

  long count(AlertVerdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  private static StoryLine line(
      SampleHappening happening, ExpectedAlert due, List<ToldFinding> told, Instant end) {
    Optional<Instant> at =
        told.stream()
            .filter(t -> isAbout(t, due) && !t.at().isBefore(happening.at()))
            .filter(t -> !t.resolved())
            .map(ToldFinding::at)
            .findFirst();
    return new StoryLine(happening, Optional.of(due), verdict(due, at, end), at);
  }

  private static AlertVerdict verdict(ExpectedAlert due, Optional<Instant> toldAt, Instant end) {
    if (toldAt.isPresent()) {
      return toldAt.get().isAfter(due.by()) ? AlertVerdict.LATE : AlertVerdict.TOLD;
    }
    return due.by().isAfter(end) ? AlertVerdict.NOT_YET : AlertVerdict.MISSED;
  }

  /**
   * Told though nothing of the kind had happened, or the same finding a second time to the same
   * owner.
   */
  private static List<ToldFinding> wrong(List<SampleHappening> calendar, List<ToldFinding> told) {
    List<ToldFinding> wrong = new ArrayList<>();
    Set<String> opened = new HashSet<>();
    for (ToldFinding item : told) {
      boolean due =
          calendar.stream()
              .filter(h -> !h.at().isAfter(item.at()))
              .flatMap(h -> h.dues().stream())
              .anyMatch(d -> isAbout(item, d));
      boolean again = !item.resolved() && !opened.add(item.owner() + " " + item.finding());
      if (!due || again) {
        wrong.add(item);
      }
    }
    return wrong;
  }

  private static boolean isAbout(ToldFinding told, ExpectedAlert due) {
    return told.subject().equals(due.subject()) && told.kind() == due.kind();
  }
}
