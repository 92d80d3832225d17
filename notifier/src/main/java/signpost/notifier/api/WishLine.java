package signpost.notifier.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumMap;
import java.util.Map;
import signpost.catalogue.TellingFrequency;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.desk.OwnerPage;
import signpost.notifier.store.WireName;

/**
 * How somebody wants to be told: {@code byKind} maps {@code moved} to {@code weekly}, and to {@code
 * usual} what comes at once when it is urgent and with the day's summary when it is not.
 */
@Serdeable
record WishLine(
    String token, @Nullable Map<String, String> byKind, @Nullable String away, boolean mail) {

  static final String USUAL = "usual";

  ReplyLine readInto(OwnerPage own) {
    Map<FindingKind, TellingFrequency> kinds = new EnumMap<>(FindingKind.class);
    try {
      (byKind == null ? Map.<String, String>of() : byKind)
          .forEach((kind, frequency) -> {
            FindingKind known = WireName.read(FindingKind.class, kind);
            if (!frequency.equals(USUAL)) {
              kinds.put(known, WireName.read(TellingFrequency.class, frequency));
            }
          });
    } catch (IllegalArgumentException _) {
      return ReplyLine.of("unclear", "Choose at once, every day, every week or never.");
    }
    return ReplyLine.of(own.wish(token, kinds, AnswerLine.or(away), mail));
  }
}
