package signpost.sample.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.sample.web.Due;
import signpost.sample.web.Happening;

/** What happened on the sample web beside what owners were told: nothing due may be missing. */
record Story(List<Line> lines, List<Told> wrong) {
  Story {
    lines = List.copyOf(lines);
    wrong = List.copyOf(wrong);
  }

  /** How a due came out. */
  enum Verdict {
    /** Nothing was due and nothing was told. */
    QUIET,
    TOLD,
    LATE,
    MISSED,
    /** The demo ended before it had to be told. */
    NOT_YET
  }

  /** One happening and one due of it; a happening without dues has one line. */
  record Line(Happening happening, Optional<Due> due, Verdict verdict, Optional<Instant> toldAt) {}

  /** Compares the calendar with the mails, up to an instant. */
  static Story of(List<Happening> calendar, List<Told> told, Instant end) {
    List<Told> inOrder = told.stream().sorted(Comparator.comparing(Told::at)).toList();
    List<Line> lines = new ArrayList<>();
    for (Happening happening : calendar) {
      if (happening.at().isAfter(end)) {
        continue;
      }
      if (happening.dues().isEmpty()) {
        lines.add(new Line(happening, Optional.empty(), Verdict.QUIET, Optional.empty()));
      }
      for (Due due : happening.dues()) {
        lines.add(line(happening, due, inOrder, end));
      }
    }
    return new Story(lines, wrong(calendar, inOrder));
  }

  /** Whether nothing due was missed and nothing wrong was told. */
  boolean good() {
    return wrong.isEmpty() && count(Verdict.MISSED) + count(Verdict.LATE) == 0;
  }

  long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  private static Line line(Happening happening, Due due, List<Told> told, Instant end) {
    Optional<Instant> at =
        told.stream()
            .filter(t -> isAbout(t, due) && !t.at().isBefore(happening.at()))
            .filter(t -> !t.resolved())
            .map(Told::at)
            .findFirst();
    return new Line(happening, Optional.of(due), verdict(due, at, end), at);
  }

  private static Verdict verdict(Due due, Optional<Instant> toldAt, Instant end) {
    if (toldAt.isPresent()) {
      return toldAt.get().isAfter(due.by()) ? Verdict.LATE : Verdict.TOLD;
    }
    return due.by().isAfter(end) ? Verdict.NOT_YET : Verdict.MISSED;
  }

  /**
   * Told though nothing of the kind had happened, or the same finding a second time to the same
   * owner.
   */
  private static List<Told> wrong(List<Happening> calendar, List<Told> told) {
    List<Told> wrong = new ArrayList<>();
    Set<String> opened = new HashSet<>();
    for (Told item : told) {
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

  private static boolean isAbout(Told told, Due due) {
    return told.subject().equals(due.subject()) && told.kind() == due.kind();
  }
}
