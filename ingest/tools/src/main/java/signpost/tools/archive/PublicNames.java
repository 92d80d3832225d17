package signpost.tools.archive;

import java.util.Set;
import signpost.url.AddressGuard;
import signpost.url.WebUrl;

/** Says by an address alone whether it is one of the web that everybody has. */
final class PublicNames {
  /**
   * Ends of names that are used within networks, or for nothing.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6761">RFC 6761</a>, RFC 6762 (appendix G), RFC
   *     7686, RFC 8375, RFC 9476; ICANN reserved {@code internal} in 2024
   */
  private static final Set<String> WITHIN =
      Set.of(
          "alt",
          "arpa",
          "corp",
          "example",
          "home",
          "internal",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "localhost",
          "onion",
          "private",
          "test");

  private static final AddressGuard GUARD = AddressGuard.strict();

  private PublicNames() {}

  static boolean has(WebUrl url) {
    return GUARD.refusal(url).isEmpty() && GUARD.linkRefusal(url).isEmpty() && named(url.host());
  }

  /** An address in numbers has been judged; a name has at least two labels. */
  private static boolean named(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    int dot = name.lastIndexOf('.');
    return name.startsWith("[") || (dot > 0 && !WITHIN.contains(name.substring(dot + 1)));
  }
}
