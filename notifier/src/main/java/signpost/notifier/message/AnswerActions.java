package signpost.notifier.message;

import java.util.List;
import signpost.events.FindingEvent.AnswerKind;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.PageSuccessor;
import signpost.notifier.finding.Finding;

/** The answers a message offers for a finding: those that fit, the likeliest first. */
final class AnswerActions {
  private static final int MOST_NAME = 70;

  private AnswerActions() {}

  static List<AnswerKind> of(Finding finding) {
    return switch (finding.kind()) {
      case BROKEN, GONE_IN_PLACE ->
          List.of(AnswerKind.REPLACE, AnswerKind.REMOVE, AnswerKind.ACKNOWLEDGED);
      case MOVED -> List.of(AnswerKind.REPLACE, AnswerKind.KEEP);
      case HOST_DOWN, DOMAIN_ENDING, TLS_PROBLEM ->
          List.of(AnswerKind.ACKNOWLEDGED, AnswerKind.SNOOZED);
      case CHANGED, REPORTED, REVIEW_DUE ->
          List.of(AnswerKind.KEEP, AnswerKind.REPLACE, AnswerKind.REMOVE);
      case ADDRESS_QUESTION ->
          finding.detail().replacement().isPresent()
              ? List.of(AnswerKind.KEEP, AnswerKind.ACKNOWLEDGED, AnswerKind.REMOVE)
              : List.of(AnswerKind.REPLACE, AnswerKind.ACKNOWLEDGED, AnswerKind.REMOVE);
    };
  }

  static String words(Finding finding, AnswerKind answer) {
    if (finding.kind() == FindingKind.ADDRESS_QUESTION) {
      return ofAddress(answer);
    }
    return answer == AnswerKind.REPLACE
        ? finding.detail().successor().map(AnswerActions::with).orElseGet(() -> words(answer))
        : words(answer);
  }

  private static String with(PageSuccessor found) {
    return switch (found) {
      case PageSuccessor.Offered(String url, String title, String _) ->
          "Replace with " + named(title, url);
      case PageSuccessor.Hinted(String url, String title, String _) ->
          "Perhaps " + named(title, url) + ": look first";
      case PageSuccessor.NotFound _ -> words(AnswerKind.REPLACE);
    };
  }

  /** A page is called by its title; its address stands beside it. */
  private static String named(String title, String url) {
    String name = CleanText.line(title, MOST_NAME);
    return name.isEmpty() ? CleanText.line(url, MOST_NAME) : "“" + CleanText.isolated(name) + "”";
  }

  private static String ofAddress(AnswerKind answer) {
    return switch (answer) {
      case KEEP -> "This is the address";
      case REPLACE -> "Say its address";
      case ACKNOWLEDGED -> "Leave it as it is";
      case REMOVE, SNOOZED, IGNORED, WRONG -> words(answer);
    };
  }

  private static String words(AnswerKind kind) {
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
