package signpost.url;

import java.util.List;

/**
 * Addresses that are not global unicast, or that no public web site has: the IANA registries of
 * special-purpose addresses (IPv4 and IPv6) and what clouds use to hand out secrets.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IPv4 registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IPv6 registry</a>
 */
final class SpecialAddresses {

  /** A block and what it is for. */
  record SpecialBlock(IpRange range, String name) {}

  /** Never dialled, whatever the configuration says. */
  static final List<SpecialBlock> METADATA =
      List.of(
          special("169.254.169.254/32", "cloud metadata"),
          special("169.254.169.253/32", "cloud name servers"),
          special("169.254.169.123/32", "cloud time"),
          special("169.254.170.2/32", "container credentials"),
          special("169.254.170.23/32", "container credentials"),
          special("169.254.0.23/32", "cloud metadata"),
          special("169.254.42.42/32", "cloud metadata"),
          special("168.63.129.16/32", "cloud agent"),
          special("100.100.100.200/32", "cloud metadata"),
          special("192.0.0.192/32", "cloud metadata"),
          special("fd00:ec2::/64", "cloud metadata"),
          special("fd20:ce::254/128", "cloud metadata"),
          special("fe80::a9fe:a9fe/128", "cloud metadata"),
          special("fd00:42::42/128", "cloud metadata"),
          special("fd00:c1::a9fe:a9fe/128", "cloud metadata"));

  static final List<SpecialBlock> IPV4 =
      List.of(
          special("0.0.0.0/8", "this network"),
          special("10.0.0.0/8", "private use"),
          special("100.64.0.0/10", "shared address space"),
          special("127.0.0.0/8", "loopback"),
          special("169.254.0.0/16", "link local"),
          special("172.16.0.0/12", "private use"),
          special("192.0.0.0/24", "IETF protocol assignments"),
          special("192.0.2.0/24", "documentation"),
          special("192.88.99.0/24", "deprecated 6to4 relay"),
          special("192.168.0.0/16", "private use"),
          special("198.18.0.0/15", "benchmarking"),
          special("198.51.100.0/24", "documentation"),
          special("203.0.113.0/24", "documentation"),
          special("224.0.0.0/4", "multicast"),
          special("240.0.0.0/4", "reserved"));

  static final List<SpecialBlock> IPV6 =
      List.of(
          special("::/128", "unspecified"),
          special("::1/128", "loopback"),
          special("::/96", "IPv4-compatible"),
          special("64:ff9b:1::/48", "local-use translation"),
          special("100::/64", "discard only"),
          special("100:0:0:1::/64", "dummy prefix"),
          special("2001::/23", "IETF protocol assignments"),
          special("2001:db8::/32", "documentation"),
          special("3fff::/20", "documentation"),
          special("5f00::/16", "segment routing"),
          special("fc00::/7", "unique local"),
          special("fe80::/10", "link local"),
          special("fec0::/10", "deprecated site local"),
          special("ff00::/8", "multicast"));

  /** All that is handed out as global unicast; the lists above are holes in it or lie outside. */
  static final IpRange GLOBAL_UNICAST = IpRange.of("2000::/3");

  private SpecialAddresses() {}

  private static SpecialBlock special(String range, String name) {
    return new SpecialBlock(IpRange.of(range), name);
  }
}
