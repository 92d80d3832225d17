package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import signpost.notifier.desk.Reply;

/** What became of what was asked; see {@link Reply.Outcome}. */
@Serdeable
record ReplyLine(String outcome, String words) {
  static ReplyLine of(Reply reply) {
    return new ReplyLine(FindingLine.wire(reply.outcome()), reply.words());
  }
}
