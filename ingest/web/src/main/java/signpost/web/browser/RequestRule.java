package signpost.web.browser;

import java.util.Optional;
import java.util.Set;
import signpost.url.WebUrl;

/** What becomes of a request that a page makes, before anybody is asked. Pure. */
final class RequestRule {
  /** What makes the words of a page. */
  private static final Set<String> READ = Set.of("Script", "XHR", "Fetch");

  /** What leaves word of its reader, and wants no answer. */
  private static final Set<String> SENT = Set.of("Ping", "CSPViolationReport");

  /** What may bring words too, or asks leave for what does, and is not asked for. */
  private static final Set<String> NOT_READ = Set.of("Preflight", "EventSource");

  private RequestRule() {}

  /** Whether words may be missing where such a request is not answered. */
  static boolean mayBringWords(String type) {
    return READ.contains(type) || NOT_READ.contains(type);
  }

  /** What is done with a request. */
  sealed interface RequestVerdict {}

  /** It is asked for. */
  record ToFetch(WebUrl url) implements RequestVerdict {}

  /** It is answered with nothing: scripts wait for their style sheets, words do without. */
  record ToEmpty() implements RequestVerdict {}

  /** It fails; a reading does not need it, or the page may not. */
  record ToFail(Optional<DeniedAct> denied) implements RequestVerdict {}

  /**
   * Of any request but that for the page itself.
   *
   * @param type as the protocol has it: Script, Image
   */
  static RequestVerdict of(String type, String method, String url) {
    if (SENT.contains(type)) {
      return new ToFail(Optional.of(DeniedAct.SENDING));
    }
    if (type.equals("Stylesheet")) {
      return new ToEmpty();
    }
    if (!READ.contains(type)) {
      return new ToFail(Optional.empty());
    }
    if (!method.equals("GET")) {
      return new ToFail(Optional.of(DeniedAct.SENDING));
    }
    return WebUrl.parse(url)
        .filter(WebUrl::web)
        .<RequestVerdict>map(it -> new ToFetch(it.withoutFragment()))
        .orElseGet(() -> new ToFail(Optional.of(DeniedAct.ADDRESS)));
  }
}
