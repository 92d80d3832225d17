package signpost.sample.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How far the clock goes when all is quiet, and how long that takes at least.
 *
 * @param longest no stride is longer, however long nothing is due
 * @param shortest work that is due within it is done together at its end
 * @param wallPerDay at least this much real time for a simulated day
 */
public record ClockStride(Duration longest, Duration shortest, Duration wallPerDay) {
  /** To what is due next, but not further than the longest stride nor beyond the end. */
  Instant next(Instant now, Stream<Instant> due, Instant end) {
    Instant far = now.plus(longest);
    Instant near = now.plus(shortest);
    Instant next = due.min(Comparator.naturalOrder()).filter(at -> at.isBefore(far)).orElse(far);
    Instant step = next.isBefore(near) ? near : next;
    return step.isAfter(end) ? end : step;
  }

  /** The least real time a stride takes. */
  Duration wall(Instant from, Instant to) {
    long nanos = wallPerDay.toNanos() / 1440 * Duration.between(from, to).toMinutes();
    return Duration.ofNanos(nanos);
  }
}
