package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import signpost.notifier.answer.OwnerVerdict;
import signpost.notifier.desk.AnswerSheet.NamedAnswer;
import signpost.notifier.store.WireName;

/** One answer, as {@code signpost repair} reads it. */
@Serdeable
record RepairLine(String target, String answer, Optional<String> with, String by, Instant at) {
  static RepairLine of(NamedAnswer known) {
    return new RepairLine(
        known.target(),
        WireName.of(known.answer().verdict().kind()),
        Optional.of(known.answer().verdict().words())
            .filter(_ -> known.answer().verdict() instanceof OwnerVerdict.Replace),
        known.by(),
        known.answer().at());
  }
}
