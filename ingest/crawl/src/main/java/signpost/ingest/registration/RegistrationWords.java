package signpost.ingest.registration;

import java.time.Instant;
import signpost.events.Explanation;
import signpost.events.LinkEvent.DomainState;
import signpost.web.health.HealthExplanations;

/** A name's state in plain words: what its registry says, what it means, what there is to do. */
final class RegistrationWords {
  private RegistrationWords() {}

  static Explanation of(DomainState state, String domain, RegistrationState known, Instant now) {
    return switch (state) {
      case ENDING ->
          known
              .anew()
              .map(it -> taken(domain, it, known, now))
              .orElseGet(() -> ending(domain, known, now));
      case RENEWED ->
          new Explanation(
              "The name "
                  + domain
                  + " was renewed"
                  + known.until().map(it -> ", until " + day(it)).orElse("")
                  + ".",
              "Nothing changed.",
              Explanation.NOTHING_TO_DO);
    };
  }

  private static Explanation ending(String domain, RegistrationState known, Instant now) {
    return new Explanation(
        end(domain, known, now),
        "Nothing yet. If nobody renews it, these links stop working, and whoever takes the"
            + " name next decides what readers of your guide see.",
        "Most publishers renew in the last days, so there is nothing to change. If you know"
            + " them, tell them. We ask the registry every other day, and this goes away when"
            + " the name is renewed.");
  }

  private static String end(String domain, RegistrationState known, Instant now) {
    return known
        .until()
        .filter(it -> it.isAfter(now) && !known.lapsed())
        .map(it -> "The name " + domain + " is registered until " + day(it) + " only.")
        .orElse("The registration of the name " + domain + " has ended.");
  }

  private static Explanation taken(
      String domain, Instant since, RegistrationState known, Instant now) {
    String ends = RegistrationRule.isEnding(known, now) ? " " + end(domain, known, now) : "";
    return new Explanation(
        "The name " + domain + " was let go, and registered anew on " + day(since) + "." + ends,
        "Whoever has the name now decides what readers of your guide see. It may be somebody else.",
        "Look at the page. If it is no longer what you linked to, take the link out.");
  }

  /** Of a site that no guide leads to any more. */
  static Explanation left(String domain) {
    return new Explanation(
        "No guide leads to this site any more, so the name " + domain + " is not followed for it.",
        "Nothing changed.",
        Explanation.NOTHING_TO_DO);
  }

  private static String day(Instant at) {
    return HealthExplanations.DAY.format(at);
  }
}
