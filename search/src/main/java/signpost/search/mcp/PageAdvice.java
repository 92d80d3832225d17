package signpost.search.mcp;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Optional;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.search.index.HealthTokens;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.url.WebUrl;

/**
 * Whether a page may be handed on, so that nobody is sent to a broken one.
 *
 * @param state how its link fares, as the API says it
 * @param instead where it moved to, or what its publisher names in its place
 * @param worthALook what we found that may be in its place, and nobody has checked
 */
@Serdeable
record PageAdvice(
    String recommend,
    String state,
    Optional<String> reason,
    Optional<String> instead,
    Optional<String> worthALook) {

  /** What whoever is asked for a resource should do with a page. */
  private enum Use {
    YES,
    CHECK_FIRST,
    NO
  }

  static PageAdvice of(JoinedPage page) {
    return new PageAdvice(
        use(page).name().toLowerCase(Locale.ROOT).replace('_', '-'),
        HealthTokens.of(page),
        page.reason().map(it -> StrangersText.brief(it, 300)),
        page.newHome().flatMap(PageAdvice::link),
        page.successor().flatMap(PageSuccessor::address).flatMap(PageAdvice::link));
  }

  private static Use use(JoinedPage page) {
    return page.probable()
        ? Use.CHECK_FIRST
        : switch (page.fares()) {
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

  /** An address of the web as it is dialled; nothing for any other words. */
  private static Optional<String> link(String address) {
    return WebUrl.parse(address).filter(WebUrl::web).map(WebUrl::href);
  }

  /** The same in one line. */
  String words() {
    String seen = reason.map(it -> " What was seen: " + QuotedWords.of(it)).orElse("");
    return switch (recommend) {
      case "yes" -> works();
      case "no" -> "DO NOT RECOMMEND (" + state + ")." + seen + elsewhere();
      default -> "CHECK BEFORE YOU RECOMMEND IT (" + state + ")." + seen + elsewhere();
    };
  }

  private String works() {
    return "It works" + instead.map(it -> ", at another address now: " + it).orElse(".");
  }

  private String elsewhere() {
    return instead.map(it -> " Its publisher names in its place: " + it).orElse("")
        + worthALook.map(it -> " Nobody has checked, but may be worth a look: " + it).orElse("");
  }
}
