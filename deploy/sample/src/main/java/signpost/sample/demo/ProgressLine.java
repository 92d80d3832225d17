package signpost.sample.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line that rewrites itself on a terminal; a line a day where there is none. */
final class ProgressLine {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK).withZone(ZoneOffset.UTC);
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(100);

  private final PrintWriter out;
  private final boolean terminal;
  private final Instant dayZero;
  private final InstantSource wall;
  private Instant shownAt = Instant.EPOCH;
  private long shownDay = -1;

  ProgressLine(PrintWriter out, boolean terminal, Instant dayZero, InstantSource wall) {
    this.out = out;
    this.terminal = terminal;
    this.dayZero = dayZero;
    this.wall = wall;
  }

  void show(Instant now, long requests, long mails) {
    long day = Duration.between(dayZero, now).toDays();
    String line =
        "day %2d  %s  %d requests, %d mails".formatted(day, WHEN.format(now), requests, mails);
    if (terminal && !wall.instant().isBefore(shownAt.plus(AT_MOST_EVERY))) {
      shownAt = wall.instant();
      out.print("\r\u001b[2K" + line);
      out.flush();
    } else if (!terminal && day > shownDay) {
      out.println(line);
    }
    shownDay = day;
  }

  /** Leaves the line as it is and goes to the next. */
  void end() {
    if (terminal) {
      out.println();
    }
  }
}
