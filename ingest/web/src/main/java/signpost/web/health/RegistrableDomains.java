package signpost.web.health;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Map;
import signpost.url.WebUrl;

/** Who holds a name: the registrable domain, by the public suffix list. */
public final class RegistrableDomains {
  /** Hosts of one publisher that have no registrable domain in common. */
  private static final Map<String, String> TOGETHER =
      Map.of(
          "gov.uk", "www.gov.uk",
          "assets.publishing.service.gov.uk", "www.gov.uk",
          "assets.digital.cabinet-office.gov.uk", "www.gov.uk");

  private RegistrableDomains() {}

  /**
   * Who publishes there: the registrable domain, or that of the publisher's pages where its files
   * have another.
   */
  public static String publisher(WebUrl url) {
    String known = TOGETHER.get(url.host());
    return known == null ? of(url) : known;
  }

  /** Whether a URL's host has a name, and one that ends as the public suffix list knows it. */
  public static boolean isListed(WebUrl url) {
    String host = url.host();
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return EffectiveTldFinder.getEffectiveTLD(name) != null;
  }

  /**
   * The registrable domain of a URL's host; the host itself where it has none (an address, a name
   * within a network). Owners of private suffixes ({@code github.io}) are told apart.
   */
  public static String of(WebUrl url) {
    String domain = EffectiveTldFinder.getAssignedDomain(url.host(), false, false);
    return domain == null || domain.isEmpty() ? url.host() : domain;
  }
}
