package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import signpost.events.PageSuccessor;
import signpost.notifier.answer.OwnerAnswer;
import signpost.notifier.desk.OpenItem;
import signpost.notifier.store.WireName;

/** A finding in a guide as its owner sees it, and the words of the link that answers it. */
@Serdeable
record ItemLine(
    String token,
    String guide,
    String guideTitle,
    String title,
    FindingLine finding,
    Optional<String> replacement,
    Optional<SuccessorLine> successor,
    Optional<GivenLine> answer) {

  /** Where its page seems to be: an offer, a hint, or nothing and where we looked. */
  @Serdeable
  record SuccessorLine(String outcome, String url, String title, String reason) {
    static SuccessorLine of(PageSuccessor found) {
      return switch (found) {
        case PageSuccessor.Offered(String url, String title, String reason) ->
            new SuccessorLine("offer", url, title, reason);
        case PageSuccessor.Hinted(String url, String title, String reason) ->
            new SuccessorLine("hint", url, title, reason);
        case PageSuccessor.NotFound(String reason) -> new SuccessorLine("nothing", "", "", reason);
      };
    }
  }

  /** What was answered. */
  @Serdeable
  record GivenLine(String kind, String words, Instant at, Optional<Instant> until) {
    static GivenLine of(OwnerAnswer answer) {
      return new GivenLine(
          WireName.of(answer.verdict().kind()),
          answer.verdict().words(),
          answer.at(),
          answer.verdict().ends());
    }
  }

  static ItemLine of(OpenItem item, String token) {
    return new ItemLine(
        token,
        item.guide(),
        item.guideTitle(),
        item.title(),
        FindingLine.of(item.finding()),
        item.finding().detail().newAddress(),
        item.finding().detail().successor().map(SuccessorLine::of),
        item.answer().map(GivenLine::of));
  }
}
