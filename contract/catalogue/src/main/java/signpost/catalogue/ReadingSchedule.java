package signpost.catalogue;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When something is read again: a Quartz cron expression, evaluated against whoever asks. */
public record ReadingSchedule(String cron) {
  /**
   * @throws IllegalArgumentException if it is no Quartz cron expression: ask {@link #problem} first
   */
  public ReadingSchedule {
    Objects.requireNonNull(cron, "cron");
    if (!CronExpression.isValidExpression(cron)) {
      throw new IllegalArgumentException("No cron expression: " + cron);
    }
  }

  /** Why a text is no schedule, as the end of a sentence; nothing if it is one. */
  public static Optional<String> problem(String text) {
    try {
      var expression = new CronExpression(text);
      return expression.getNextValidTimeAfter(Date.from(Instant.EPOCH)) == null
          ? Optional.of("its day never comes")
          : Optional.empty();
    } catch (ParseException | RuntimeException reason) {
      return Optional.of(
          text.strip().split("\\s+").length == 5
              ? "it has five fields, and the second comes first"
              : Objects.requireNonNullElse(reason.getMessage(), "it is not understood"));
    }
  }

  /** The next time strictly after this one; nothing if the expression never fires again. */
  public Optional<Instant> nextAfter(Instant after, ZoneId zone) {
    try {
      var expression = new CronExpression(cron);
      expression.setTimeZone(TimeZone.getTimeZone(zone));
      return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
          .map(Date::toInstant);
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
