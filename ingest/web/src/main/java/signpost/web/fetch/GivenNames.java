package signpost.web.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names whose address the configuration gives ({@code *.localhost=127.0.0.1:8600}); they lead to
 * that address and port and nowhere else, and the guard is asked about it all the same. Literal
 * addresses need no look-up; every other name goes on to the next.
 */
final class GivenNames implements NameLookup {
  private final List<GivenName> given;
  private final NameLookup others;

  /** One entry; {@code pattern} is a name, or {@code *.} and what it ends in. */
  record GivenName(String pattern, InetAddress address, OptionalInt port) {
    private boolean matches(String host) {
      return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
  }

  /**
   * Reads the entries.
   *
   * @throws IllegalArgumentException if one is not {@code name=address} or {@code
   *     name=address:port}
   */
  GivenNames(List<String> entries, NameLookup others) {
    this.others = others;
    try {
      this.given = entries.stream().map(GivenNames::read).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("signpost.fetch.resolve: " + e.getMessage(), e);
    }
  }

  static GivenName read(String entry) {
    int equals = entry.indexOf('=');
    String target = entry.substring(equals + 1).strip();
    int colon = target.startsWith("[") ? target.indexOf("]:") + 1 : target.indexOf(':');
    boolean withPort = colon > 0 && target.lastIndexOf(':') == colon;
    String address = withPort ? target.substring(0, colon) : target;
    try {
      return new GivenName(
          entry.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT),
          InetAddress.ofLiteral(unbracketed(address)),
          withPort
              ? OptionalInt.of(Integer.parseInt(target.substring(colon + 1)))
              : OptionalInt.empty());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("'" + entry + "' is not like *.localhost=127.0.0.1:8600");
    }
  }

  static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public List<InetAddress> lookUp(String host, int port) throws VisitEnded {
    Optional<GivenName> match = given(host);
    if (match.isPresent()) {
      OptionalInt only = match.get().port();
      if (only.isPresent() && only.getAsInt() != port) {
        throw VisitEnded.refused(host + " is given on port " + only.getAsInt() + " only");
      }
      return List.of(match.get().address());
    }
    return literal(host)
        ? List.of(InetAddress.ofLiteral(unbracketed(host)))
        : others.lookUp(host, port);
  }

  /** Whether the configuration says where this name leads. */
  boolean gives(String host) {
    return given(host).isPresent();
  }

  private Optional<GivenName> given(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return given.stream().filter(entry -> entry.matches(name)).findFirst();
  }

  /** The URL parser has brought every numeric form to one of these two. */
  static boolean literal(String host) {
    return host.startsWith("[") || host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
  }

  @Override
  public void close() {
    others.close();
  }
}
