package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import signpost.events.Explanation;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
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
    Optional<String> replacement,
    Optional<SuccessorJson> successor) {

  static HealthJson of(JoinedPage page) {
    Optional<Explanation> words = page.explanation();
    LinkHealth health = page.fares();
    return new HealthJson(
        HealthTokens.of(page),
        page.reason().map(StrangersText::of),
        words.map(Explanation::meaning).map(StrangersText::of),
        words.map(Explanation::fix).map(StrangersText::of),
        health instanceof LinkHealth.Moved(var to, var _) ? Optional.of(to) : Optional.empty(),
        health instanceof LinkHealth.GoneInPlace gone ? gone.replacement() : Optional.empty(),
        page.successor().map(SuccessorJson::of));
  }

  /** Where it seems to be now; without address and title where it was looked for in vain. */
  @Serdeable
  record SuccessorJson(
      String outcome, Optional<String> url, Optional<String> title, String reason) {
    static SuccessorJson of(PageSuccessor found) {
      return switch (found) {
        case PageSuccessor.Offered(String url, String title, String reason) ->
            at("offer", url, title, reason);
        case PageSuccessor.Hinted(String url, String title, String reason) ->
            at("hint", url, title, reason);
        case PageSuccessor.NotFound(String reason) ->
            new SuccessorJson("nothing", Optional.empty(), Optional.empty(), reason);
      };
    }

    private static SuccessorJson at(String outcome, String url, String title, String reason) {
      return new SuccessorJson(
          outcome, Optional.of(url), Optional.of(StrangersText.of(title)), reason);
    }
  }
}
