package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import signpost.notifier.desk.DeskReply;
import signpost.notifier.store.WireName;

/** What became of what was asked; see {@link DeskReply.ReplyOutcome}. */
@Serdeable
record ReplyLine(String outcome, String words) {
  static ReplyLine of(DeskReply reply) {
    return new ReplyLine(WireName.of(reply.outcome()), reply.words());
  }
}
