package signpost.web.schedule;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/** Why a target is looked at when it is, for ops. */
public final class VisitWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.UK).withZone(ZoneOffset.UTC);

  private VisitWords() {}

  /** One clause after the other. {@code read}: whether it is known how often its page changes. */
  public static String of(VisitHabit habit, boolean placed, boolean read) {
    var words = new StringJoiner("; ");
    words.add(placed ? "a guide leads to it" : read ? "its page is read" : "a page links to it");
    if (habit.seenAt().isEmpty()) {
      return words.add("not seen yet").toString();
    }
    words.add((read ? "its page changes" : "what it answers changes") + often(habit.rate()));
    habit
        .hintedAt()
        .ifPresent(at -> words.add("its sitemap of " + DAY.format(at) + " says it has changed"));
    return words.toString();
  }

  private static String often(ChangeRate rate) {
    Duration apart = Duration.ofMinutes(Math.round(1440 / rate.perDay()));
    long hours = apart.toHours();
    return hours < 48
        ? " about every %d h".formatted(Math.max(hours, 1))
        : " about every %d days".formatted(apart.toDays());
  }
}
