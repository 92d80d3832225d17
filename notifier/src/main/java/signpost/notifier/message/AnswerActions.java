package signpost.notifier.message;

import java.util.List;
import signpost.events.FindingEvent.AnswerKind;
import signpost.events.FindingEvent.FindingKind;

/** The answers a message offers for a finding: those that fit, the likeliest first. */
final class AnswerActions {
  private AnswerActions() {}

  static List<AnswerKind> of(FindingKind kind) {
    return switch (kind) {
      case BROKEN, GONE_IN_PLACE ->
          List.of(AnswerKind.REPLACE, AnswerKind.REMOVE, AnswerKind.ACKNOWLEDGED);
      case MOVED -> List.of(AnswerKind.REPLACE, AnswerKind.KEEP);
      case HOST_DOWN, TLS_PROBLEM -> List.of(AnswerKind.ACKNOWLEDGED, AnswerKind.SNOOZED);
      case CHANGED, REPORTED, REVIEW_DUE ->
          List.of(AnswerKind.KEEP, AnswerKind.REPLACE, AnswerKind.REMOVE);
    };
  }

  static String words(AnswerKind kind) {
    return switch (kind) {
      case ACKNOWLEDGED -> "I will deal with it";
      case SNOOZED -> "Remind me later";
      case IGNORED -> "Ignore it";
      case KEEP -> "Keep the link";
      case REPLACE -> "Replace the link";
      case REMOVE -> "Take the link out";
      case WRONG -> "This alert was wrong";
    };
  }
}
