package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
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
    Optional<GivenLine> answer) {

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
        item.finding().detail().replacement(),
        item.answer().map(GivenLine::of));
  }
}
