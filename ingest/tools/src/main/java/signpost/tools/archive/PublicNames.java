package signpost.tools.archive;

import java.util.Set;
import signpost.url.AddressGuard;
import signpost.url.UrlSecrets;
import signpost.url.WebUrl;
import signpost.web.health.RegistrableDomains;

/** Says by an address alone whether it is one of the web that everybody has. */
final class PublicNames {
  /** In the public suffix list, but none of the web's (RFC 7686, RFC 8375). */
  private static final Set<String> OTHER = Set.of("arpa", "onion");

  private static final AddressGuard GUARD = AddressGuard.strict();

  private PublicNames() {}

  static boolean has(WebUrl url) {
    return GUARD.refusal(url).isEmpty()
        && GUARD.linkRefusal(url).isEmpty()
        && !UrlSecrets.perhapsIn(url)
        && named(url);
  }

  /**
   * An address in numbers has been judged; a name has at least two labels, and ends in a suffix
   * that there is: any other was never the web's, whatever networks use it for.
   */
  private static boolean named(WebUrl url) {
    String host = url.host();
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (name.startsWith("[") || name.matches("\\d+(\\.\\d+){3}")) {
      return true;
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 && !OTHER.contains(name.substring(dot + 1)) && RegistrableDomains.isListed(url);
  }
}
