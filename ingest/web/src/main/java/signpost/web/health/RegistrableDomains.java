package signpost.web.health;

import crawlercommons.domains.EffectiveTldFinder;
import signpost.url.WebUrl;

/** Who holds a name: the registrable domain, by the public suffix list. */
public final class RegistrableDomains {
  private RegistrableDomains() {}

  /**
   * The registrable domain of a URL's host; the host itself where it has none (an address, a name
   * within a network). Owners of private suffixes ({@code github.io}) are told apart.
   */
  public static String of(WebUrl url) {
    String domain = EffectiveTldFinder.getAssignedDomain(url.host(), false, false);
    return domain == null || domain.isEmpty() ? url.host() : domain;
  }
}
