package signpost.search.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network that a client is in, as a prefix of so many bytes of its address (RFC 4632). */
public final class ClientNetwork {
  private static final int WIDE_4 = 3;
  private static final int WIDE_6 = 6;

  private ClientNetwork() {}

  /** Of an address, or of a narrower network, the one that tells no household from the next. */
  static String wide(String client) {
    if (client.isEmpty()) {
      return "";
    }
    InetAddress address = InetAddress.ofLiteral(client.replaceFirst("/.*", ""));
    return of(address, address instanceof Inet6Address ? WIDE_6 : WIDE_4);
  }

  /** "2001:db8:1:0:0:0:0:0/48". */
  public static String of(InetAddress address, int bytes) {
    byte[] network = address.getAddress();
    Arrays.fill(network, bytes, network.length, (byte) 0);
    return text(network) + "/" + bytes * Byte.SIZE;
  }

  private static String text(byte[] network) {
    try {
      return InetAddress.getByAddress(network).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
