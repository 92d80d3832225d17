package signpost.ingest.registration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import signpost.events.Explanation;
import signpost.events.LinkEvent.DomainState;

/** A name's state in plain words: what its registry says, what it means, what there is to do. */
final class RegistrationWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

  private RegistrationWords() {}

  static Explanation of(DomainState state, String domain, Optional<Instant> until, Instant now) {
    return switch (state) {
      case ENDING ->
          new Explanation(
              until.filter(it -> it.isAfter(now)).isPresent()
                  ? "The name " + domain + " is registered until " + day(until.get()) + " only."
                  : "The registration of the name " + domain + " has ended.",
              "Nothing yet. If nobody renews it, these links stop working, and whoever takes the"
                  + " name next decides what readers of your guide see.",
              "Most publishers renew in the last days, so there is nothing to change. If you know"
                  + " them, tell them. We ask the registry every other day, and this goes away when"
                  + " the name is renewed.");
      case RENEWED ->
          new Explanation(
              renewed(until, now)
                  .map(end -> "The name " + domain + " was renewed, until " + day(end) + ".")
                  .orElse(
                      "No guide leads here any more, so the name " + domain + " is not watched."),
              "Nothing changed.",
              Explanation.NOTHING_TO_DO);
    };
  }

  /** A site is told of no more, too, when only no guide leads there. */
  private static Optional<Instant> renewed(Optional<Instant> until, Instant now) {
    return until.filter(end -> end.minus(RegistrationRule.BEFORE).isAfter(now));
  }

  private static String day(Instant at) {
    return DAY.format(at);
  }
}
