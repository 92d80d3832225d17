package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import signpost.notifier.desk.Reply;
import signpost.notifier.store.WireName;

/** What became of what was asked; see {@link Reply.Outcome}. */
@Serdeable
record ReplyLine(String outcome, String words) {
  static ReplyLine of(Reply reply) {
    return new ReplyLine(WireName.of(reply.outcome()), reply.words());
  }
}
