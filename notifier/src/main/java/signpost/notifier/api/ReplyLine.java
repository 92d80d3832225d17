package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.notifier.desk.DeskReply;
import signpost.notifier.store.WireName;

/**
 * What became of what was asked; see {@link DeskReply.ReplyOutcome}.
 *
 * @param reader whose link it was asked by, where one of ours was shown
 */
@Serdeable
record ReplyLine(String outcome, String words, @Nullable String reader) {
  static ReplyLine of(DeskReply reply) {
    return of(WireName.of(reply.outcome()), reply.words());
  }

  static ReplyLine of(String outcome, String words) {
    return new ReplyLine(outcome, words, null);
  }

  /** The same, asked for by that reader's link. */
  ReplyLine askedBy(Optional<String> reader) {
    return new ReplyLine(outcome, words, reader.orElse(null));
  }
}
