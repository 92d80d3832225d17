package signpost.url;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.url.SpecialAddresses.SpecialBlock;

/**
 * Decides which addresses may be dialled: global unicast on the web's ports, and what the
 * configuration allows besides. Asked about resolved bytes only, never about names.
 */
public final class AddressGuard {
  private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

  private final List<IpRange> allowed;
  private final Set<Integer> ports;

  /** What the guard says of one address and port. */
  public sealed interface AddressVerdict {
    /** It may be dialled. */
    record Allowed() implements AddressVerdict {}

    /** It may not; the reason is for operators. */
    record Refused(String reason) implements AddressVerdict {}
  }

  /**
   * A guard with exceptions.
   *
   * @param allowed ranges let through although they are not global unicast
   * @param ports besides 80 and 443
   */
  public AddressGuard(List<IpRange> allowed, Set<Integer> ports) {
    this.allowed = List.copyOf(allowed);
    this.ports = Set.copyOf(ports);
  }

  /** Global unicast on ports 80 and 443, nothing else. */
  public static AddressGuard strict() {
    return new AddressGuard(List.of(), Set.of());
  }

  /**
   * Why a URL is not dialled whatever its host resolves to, if that is so: its scheme, what it says
   * of a user, or a port no range is let through on.
   */
  public Optional<String> refusal(WebUrl url) {
    if (!url.web()) {
      return Optional.of("only http and https are visited, not " + url.scheme());
    }
    if (url.hasUserinfo()) {
      return Optional.of("the address carries a user name or password");
    }
    return usual(url.port()) || allowed.stream().anyMatch(range -> meant(range, url.port()))
        ? Optional.empty()
        : Optional.of(notOneOfTheWebs(url.port()));
  }

  /**
   * Why a guide must not send its readers to a URL, as far as nobody has to be asked: it is not the
   * web's, it carries a user name, or it leads into a network of somebody's own.
   */
  public Optional<String> linkRefusal(WebUrl url) {
    if (!url.web()) {
      return Optional.of("an address of the web begins with https:// or http://");
    }
    if (url.hasUserinfo()) {
      return Optional.of("the address carries a user name or password");
    }
    return literal(url.host())
        .map(address -> judge(address, url.port()))
        .flatMap(verdict ->
            switch (verdict) {
              case AddressVerdict.Allowed() -> Optional.empty();
              case AddressVerdict.Refused(String reason) -> Optional.of(reason);
            });
  }

  /** What a host means without a look-up: numbers, and names of this machine (RFC 6761, 6.3). */
  private static Optional<InetAddress> literal(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return Optional.of(InetAddress.getLoopbackAddress());
    }
    boolean number = name.startsWith("[") || name.matches("\\d+(\\.\\d+){3}");
    return number ? Optional.of(InetAddress.ofLiteral(name)) : Optional.empty();
  }

  public AddressVerdict judge(InetAddress address, int port) {
    Optional<String> metadata = metadata(address);
    if (metadata.isPresent()) {
      return refused(address, metadata.get() + ", never allowed");
    }
    Optional<IpRange> range =
        allowed.stream().filter(r -> r.contains(address) && meant(r, port)).findFirst();
    if (range.isPresent()) {
      return new AddressVerdict.Allowed();
    }
    Optional<String> special = special(address);
    if (special.isPresent()) {
      return refused(address, special.get());
    }
    return usual(port)
        ? new AddressVerdict.Allowed()
        : new AddressVerdict.Refused(notOneOfTheWebs(port));
  }

  private static String notOneOfTheWebs(int port) {
    return "port " + port + " is not one of the web's";
  }

  private boolean usual(int port) {
    return WEB_PORTS.contains(port) || ports.contains(port);
  }

  private boolean meant(IpRange range, int port) {
    return switch (range.ports()) {
      case IpRange.PortRule.AnyPort() -> true;
      case IpRange.PortRule.OnePort(int one) -> one == port;
      case IpRange.PortRule.UsualPorts() -> usual(port);
    };
  }

  private static AddressVerdict refused(InetAddress address, String why) {
    return new AddressVerdict.Refused(
        address.getHostAddress() + " is not a public address (" + why + ")");
  }

  private static Optional<String> metadata(InetAddress address) {
    return name(address, SpecialAddresses.METADATA)
        .or(() ->
            EmbeddedIpv4.in(address).stream()
                .flatMap(inner -> name(inner, SpecialAddresses.METADATA).stream())
                .findFirst());
  }

  private static Optional<String> special(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> name(four, SpecialAddresses.IPV4);
      case Inet6Address six -> special(six);
      default -> Optional.of("neither IPv4 nor IPv6");
    };
  }

  private static Optional<String> special(Inet6Address address) {
    List<Inet4Address> inner = EmbeddedIpv4.in(address);
    Optional<String> embedded =
        inner.stream().flatMap(four -> name(four, SpecialAddresses.IPV4).stream()).findFirst();
    if (embedded.isPresent()) {
      return embedded.map(name -> name + " inside IPv6");
    }
    Optional<String> own = name(address, SpecialAddresses.IPV6);
    if (own.isPresent() || !inner.isEmpty()) {
      return own;
    }
    return SpecialAddresses.GLOBAL_UNICAST.contains(address)
        ? Optional.empty()
        : Optional.of("outside global unicast");
  }

  private static Optional<String> name(InetAddress address, List<SpecialBlock> among) {
    return among.stream()
        .filter(special -> special.range().contains(address))
        .map(SpecialBlock::name)
        .findFirst();
  }
}
