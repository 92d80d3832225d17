package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.notifier.desk.DeskReply;
import signpost.notifier.desk.DeskReply.AnsweredFinding;
import signpost.notifier.store.WireName;

/**
 * What became of what was asked; see {@link DeskReply.ReplyOutcome}.
 *
 * @param guide for which findings were answered, where any were
 * @param findings the ids of those that were answered anew
 * @param page what the finding is about, where it is one
 * @param reader whose link it was asked by, where one of ours was shown
 */
@Serdeable
record ReplyLine(
    String outcome,
    String words,
    @Nullable String guide,
    @Nullable List<String> findings,
    @Nullable String page,
    @Nullable String reader) {
  static ReplyLine of(DeskReply reply) {
    String outcome = WireName.of(reply.outcome());
    List<AnsweredFinding> all = reply.answered();
    if (all.isEmpty()) {
      return of(outcome, reply.words());
    }
    AnsweredFinding first = all.getFirst();
    return new ReplyLine(
        outcome,
        reply.words(),
        first.guide(),
        all.stream().map(AnsweredFinding::finding).toList(),
        all.size() == 1 ? first.subject() : null,
        null);
  }

  static ReplyLine of(String outcome, String words) {
    return new ReplyLine(outcome, words, null, null, null, null);
  }

  /** The same, asked for by that reader's link. */
  ReplyLine askedBy(Optional<String> reader) {
    return new ReplyLine(outcome, words, guide, findings, page, reader.orElse(null));
  }
}
