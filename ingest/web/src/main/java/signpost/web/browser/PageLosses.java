package signpost.web.browser;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import signpost.url.WebUrl;
import signpost.web.health.RegistrableDomains;

/** What a page asked for and did not get, by several threads at once: the first of each counts. */
final class PageLosses {
  private final String site;
  private final Set<DeniedAct> denied = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<String> missing = new CompletableFuture<>();
  private final CompletableFuture<String> lead = new CompletableFuture<>();
  private final CompletableFuture<RuntimeException> failure = new CompletableFuture<>();

  PageLosses(WebUrl page) {
    this.site = RegistrableDomains.of(page);
  }

  void deny(DeniedAct act) {
    denied.add(act);
  }

  Set<DeniedAct> denied() {
    return denied.isEmpty() ? Set.of() : EnumSet.copyOf(denied);
  }

  /**
   * Words may be missing for it where it is of the page's own site. What others do not answer, a
   * counter of visits above all, tells nothing of the page.
   */
  void miss(WebUrl url, String why) {
    if (RegistrableDomains.of(url).equals(site)) {
      missing.complete(url.authority() + url.path() + " is missing: " + why);
    }
  }

  /** Why the page may not be all there. */
  Optional<String> missing() {
    return Optional.ofNullable(missing.getNow(null));
  }

  /** Its scripts led to a page that is not there. */
  void loseLead(String why) {
    lead.complete(why);
  }

  Optional<String> lostLead() {
    return Optional.ofNullable(lead.getNow(null));
  }

  /** Something of ours failed: that says nothing about the page. */
  void fail(RuntimeException e) {
    failure.complete(e);
  }

  void throwIfFailed() {
    if (failure.isDone()) {
      throw new IllegalStateException("in a request of a page of " + site, failure.join());
    }
  }
}
