package signpost.url;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of addresses, and the port it is meant for: {@code 10.0.0.0/8}, {@code
 * 127.0.0.1/32:8600}, {@code fd00::/8}, {@code [fd00::/8]:8443}, {@code 127.0.0.0/8:*}. IPv4 stands
 * as the mapped IPv6.
 */
public record IpRange(String text, long high, long low, int bits, PortRule ports) {
  private static final long MAPPED = 0xFFFF_0000_0000L;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[(?<v6>[0-9a-fA-F:.]+)/(?<b6>\\d{1,3})]|(?<ip>[0-9a-fA-F:.]+?)/(?<bits>\\d{1,3}))"
              + "(?::(?<port>\\d{1,5}|\\*))?");

  /** Which ports of a range are meant. */
  public sealed interface PortRule {
    /** Those of the web: 80, 443 and the guard's own. */
    record UsualPorts() implements PortRule {}

    /** {@code :*}. */
    record AnyPort() implements PortRule {}

    /** Exactly one. */
    record OnePort(int port) implements PortRule {}
  }

  public IpRange {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(ports, "ports");
  }

  /**
   * The range as written in configuration.
   *
   * @throws IllegalArgumentException if the text is not an address, a slash and a number of bits,
   *     with a colon and a port where wanted
   */
  public static IpRange of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(wrong(text));
    }
    boolean bracketed = form.group("v6") != null;
    InetAddress address = literal(bracketed ? form.group("v6") : form.group("ip"), text);
    int bits = Integer.parseInt(bracketed ? form.group("b6") : form.group("bits"));
    int offset = address instanceof Inet4Address ? 96 : 0;
    if (bits + offset > 128) {
      throw new IllegalArgumentException(wrong(text));
    }
    return new IpRange(
        text.strip(), high(address), low(address), bits + offset, ports(form.group("port"), text));
  }

  private static InetAddress literal(String ip, String text) {
    if (!ip.contains(":") && ip.chars().filter(c -> c == '.').count() != 3) {
      throw new IllegalArgumentException(wrong(text));
    }
    try {
      return InetAddress.ofLiteral(ip);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException(wrong(text));
    }
  }

  private static PortRule ports(@Nullable String port, String text) {
    if (port == null) {
      return new PortRule.UsualPorts();
    }
    if (port.equals("*")) {
      return new PortRule.AnyPort();
    }
    int number = Integer.parseInt(port);
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException(wrong(text));
    }
    return new PortRule.OnePort(number);
  }

  private static String wrong(String text) {
    return "'" + text + "' is not a range of addresses such as 10.0.0.0/8 or 127.0.0.1/32:8600";
  }

  /** Whether an address lies in it, whatever the port. */
  public boolean contains(InetAddress address) {
    return same(high, high(address), bits) && same(low, low(address), bits - 64);
  }

  private static boolean same(long one, long other, int bits) {
    return bits <= 0 || ((one ^ other) >>> (64 - Math.min(bits, 64))) == 0;
  }

  static long high(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? 0 : ByteBuffer.wrap(bytes).getLong();
  }

  static long low(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? MAPPED | Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt())
        : ByteBuffer.wrap(bytes).getLong(8);
  }
}
