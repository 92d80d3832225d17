package signpost.notifier.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import signpost.events.AddressGuard;
import signpost.events.AddressGuard.Verdict;

/**
 * Looks a receiver's name up and lets none of its addresses through unless all may be dialled. What
 * it returns is what is dialled: a name that changes between two looks gains nothing.
 */
final class GuardedNames implements DnsResolver {
  private final AddressGuard guard;
  private final int port;

  GuardedNames(AddressGuard guard, int port) {
    this.guard = guard;
    this.port = port;
  }

  /** Thrown for addresses nobody outside should make us dial. */
  static final class RefusedAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddress(String reason) {
      super(reason);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (guard.judge(address, port) instanceof Verdict.Refused(String reason)) {
        throw new RefusedAddress(reason);
      }
    }
    return Arrays.copyOf(addresses, addresses.length);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
