package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import signpost.notifier.desk.AnswerSheet.SheetEntry;
import signpost.notifier.desk.DeskReply;
import signpost.notifier.store.WireName;

/** What a link to answer is about: {@code item} is there when the outcome is {@code done}. */
@Serdeable
record SheetLine(String outcome, String words, Optional<ItemLine> item) {
  static SheetLine of(SheetEntry sheet) {
    return new SheetLine("done", "", Optional.of(ItemLine.of(sheet.item(), sheet.token())));
  }

  static SheetLine refused(DeskReply reply) {
    return new SheetLine(WireName.of(reply.outcome()), reply.words(), Optional.empty());
  }
}
