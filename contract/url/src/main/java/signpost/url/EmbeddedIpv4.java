package signpost.url;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The IPv4 addresses that an IPv6 address carries inside it, and so really leads to. */
final class EmbeddedIpv4 {
  private static final IpRange COMPATIBLE = IpRange.of("::/96");
  private static final IpRange NAT64 = IpRange.of("64:ff9b::/96");
  private static final IpRange NAT64_LOCAL = IpRange.of("64:ff9b:1::/48");
  private static final IpRange SIX_TO_FOUR = IpRange.of("2002::/16");
  private static final IpRange TEREDO = IpRange.of("2001::/32");

  private EmbeddedIpv4() {}

  static List<Inet4Address> in(InetAddress address) {
    if (!(address instanceof Inet6Address six)) {
      return List.of();
    }
    long high = IpRange.high(six);
    long low = IpRange.low(six);
    List<Inet4Address> found = new ArrayList<>();
    if (COMPATIBLE.contains(six) || NAT64.contains(six) || NAT64_LOCAL.contains(six)) {
      found.add(ipv4(low));
    }
    if (SIX_TO_FOUR.contains(six)) {
      found.add(ipv4(high >>> 16));
    }
    if (TEREDO.contains(six)) {
      found.add(ipv4(high));
      found.add(ipv4(~low));
    }
    if (((low >>> 32) & 0xFDFF_FFFFL) == 0x5EFE) {
      found.add(ipv4(low));
    }
    return found;
  }

  private static Inet4Address ipv4(long lastFourBytes) {
    try {
      byte[] bytes = ByteBuffer.allocate(4).putInt((int) lastFourBytes).array();
      return (Inet4Address) InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an IPv4 address", e);
    }
  }
}
