package signpost.search.mcp;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Optional;
import signpost.events.Explanation;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.search.index.HealthTokens;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;

/**
 * Whether a page may be handed on, so that nobody is sent to a broken one.
 *
 * @param state how its link fares, as the API says it
 * @param instead where it is now, or what its publisher or we offer in its place
 */
@Serdeable
record PageAdvice(
    String recommend, String state, Optional<String> reason, Optional<String> instead) {

  /** What whoever is asked for a resource should do with a page. */
  private enum Use {
    YES,
    CHECK_FIRST,
    NO
  }

  static PageAdvice of(JoinedPage page) {
    LinkHealth health = page.fares();
    return new PageAdvice(
        use(page, health).name().toLowerCase(Locale.ROOT).replace('_', '-'),
        HealthTokens.of(page),
        page.explanation().map(Explanation::reason).map(it -> StrangersText.brief(it, 300)),
        instead(page, health));
  }

  private static Use use(JoinedPage page, LinkHealth health) {
    return page.probable()
        ? Use.CHECK_FIRST
        : switch (health) {
          case LinkHealth.Ok _, LinkHealth.Moved _ -> Use.YES;
          case LinkHealth.Suspect _,
              LinkHealth.Blocked _,
              LinkHealth.TlsProblem _,
              LinkHealth.NotChecked _,
              LinkHealth.Unknown _ ->
              Use.CHECK_FIRST;
          case LinkHealth.Broken _, LinkHealth.GoneInPlace _ -> Use.NO;
        };
  }

  private static Optional<String> instead(JoinedPage page, LinkHealth health) {
    Optional<String> publishers =
        switch (health) {
          case LinkHealth.Moved(String to, var _) -> Optional.of(to);
          case LinkHealth.GoneInPlace gone -> gone.replacement();
          case LinkHealth.Ok _,
              LinkHealth.Suspect _,
              LinkHealth.Broken _,
              LinkHealth.Blocked _,
              LinkHealth.TlsProblem _,
              LinkHealth.NotChecked _,
              LinkHealth.Unknown _ ->
              Optional.empty();
        };
    return publishers.or(() -> page.successor().flatMap(PageSuccessor::address));
  }

  /** The same in one line. */
  String words() {
    String why = reason.map(it -> " " + it).orElse("");
    return switch (recommend) {
      case "yes" -> state.equals("moved") ? "It works, at another address now" + at() : "It works.";
      case "no" -> "DO NOT RECOMMEND (" + state + ")." + why + offered();
      default -> "CHECK BEFORE YOU RECOMMEND IT (" + state + ")." + why + offered();
    };
  }

  private String at() {
    return instead.map(it -> ": " + it).orElse(".");
  }

  private String offered() {
    return instead.map(it -> " Perhaps in its place: " + it).orElse("");
  }
}
