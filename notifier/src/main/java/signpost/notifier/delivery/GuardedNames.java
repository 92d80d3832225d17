package signpost.notifier.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import signpost.url.AddressGuard;
import signpost.url.AddressGuard.AddressVerdict;
import signpost.url.WebUrl;

/**
 * Looks a receiver's name up and lets none of its addresses through unless all may be dialled. What
 * it returns is what is dialled: a name that changes between two looks gains nothing.
 */
final class GuardedNames {
  private final AddressGuard guard;

  GuardedNames(AddressGuard guard) {
    this.guard = guard;
  }

  /** Thrown for addresses nobody outside should make us dial. */
  static final class RefusedAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddress(String reason) {
      super(reason);
    }
  }

  InetAddress[] of(WebUrl url) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(url.host());
    for (InetAddress address : addresses) {
      if (guard.judge(address, url.port()) instanceof AddressVerdict.Refused(String reason)) {
        throw new RefusedAddress(reason);
      }
    }
    return addresses;
  }
}
