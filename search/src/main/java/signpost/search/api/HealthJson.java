package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import signpost.events.Explanation;
import signpost.events.LinkHealth;
import signpost.search.index.HealthTokens;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;

/** How a link fares, as JSON: the state, and it in plain words. */
@Serdeable
record HealthJson(
    String state,
    Optional<String> reason,
    Optional<String> meaning,
    Optional<String> fix,
    Optional<String> movedTo,
    Optional<String> replacement) {

  private static final String UNCONFIRMED =
      "Nobody has confirmed that this is the address the guide means.";

  static HealthJson of(JoinedPage page) {
    Optional<Explanation> words = page.explanation();
    LinkHealth health = page.fares();
    return new HealthJson(
        HealthTokens.of(page),
        words
            .map(Explanation::reason)
            .map(StrangersText::of)
            .or(() -> page.probable() ? Optional.of(UNCONFIRMED) : Optional.empty()),
        words.map(Explanation::meaning).map(StrangersText::of),
        words.map(Explanation::fix).map(StrangersText::of),
        health instanceof LinkHealth.Moved(var to, var _) ? Optional.of(to) : Optional.empty(),
        health instanceof LinkHealth.GoneInPlace gone ? gone.replacement() : Optional.empty());
  }
}
