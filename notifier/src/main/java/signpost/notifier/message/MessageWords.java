package signpost.notifier.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.finding.Finding;

/** Short words for what happened. */
final class MessageWords {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

  private MessageWords() {}

  static String recovered(Finding finding) {
    return switch (finding.kind()) {
      case BROKEN, HOST_DOWN -> "It works again.";
      case GONE_IN_PLACE -> "It is again what your guide meant.";
      case MOVED -> "It answers at its own address again.";
      case DOMAIN_ENDING -> "Its name is no longer in doubt.";
      case TLS_PROBLEM -> "Its certificate is in order again.";
      case CHANGED -> "The change was taken back.";
      case REPORTED -> "What was reported is settled.";
      case REVIEW_DUE -> "It was reviewed.";
      case ADDRESS_QUESTION -> "Nothing is left to ask.";
    };
  }

  static String when(Instant at, ZoneId zone) {
    return WHEN.format(at.atZone(zone));
  }

  static String meaningLabel(FindingKind kind) {
    return kind == FindingKind.ADDRESS_QUESTION ? "What it means" : "What a reader sees now";
  }

  static String sinceLabel(FindingKind kind) {
    return switch (kind) {
      case CHANGED -> "Seen on";
      case REPORTED -> "Reported on";
      case REVIEW_DUE -> "Last looked at";
      case ADDRESS_QUESTION -> "Asked on";
      case BROKEN, GONE_IN_PLACE, MOVED, HOST_DOWN, DOMAIN_ENDING, TLS_PROBLEM -> "Since";
    };
  }
}
