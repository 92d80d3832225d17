package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import signpost.notifier.desk.AnswerSheet;
import signpost.notifier.desk.DeskReply;
import signpost.notifier.desk.ReplacementSheet.ReplaceableLinks;
import signpost.notifier.store.WireName;

/** Links of a guide that may be replaced together; there are none when the outcome is another. */
@Serdeable
record ReplacementsLine(
    String outcome, String words, String guideTitle, String host, List<ItemLine> items) {
  static ReplacementsLine of(ReplaceableLinks links, AnswerSheet sheet) {
    return new ReplacementsLine(
        "done",
        "",
        links.guideTitle(),
        links.host(),
        links.left().stream()
            .map(it -> ItemLine.of(it, sheet.token(links.reader(), it, links.endsAt())))
            .toList());
  }

  static ReplacementsLine refused(DeskReply reply) {
    return new ReplacementsLine(WireName.of(reply.outcome()), reply.words(), "", "", List.of());
  }
}
