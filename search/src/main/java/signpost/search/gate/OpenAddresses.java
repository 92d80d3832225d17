package signpost.search.gate;

import signpost.http.access.ApiDoor;
import signpost.http.access.UnguardedAddress;

/**
 * Where search is to listen, as it is configured.
 *
 * @param host of the public address; empty for every address of this machine
 * @param tls whether the public address has a certificate of its own
 * @param ops the host of the management address
 * @param password whether ops have one
 * @param proxied whether whoever runs search says that what comes in is covered elsewhere
 */
public record OpenAddresses(
    String host, boolean tls, String ops, boolean password, boolean proxied) {

  /**
   * Passwords, sessions and tokens are said there: nobody else may read along, nor come in.
   *
   * @throws UnguardedAddress where others could
   */
  public void requireCover() {
    boolean opsAreOpen = !ApiDoor.isLoopback(ops);
    if (opsAreOpen && !password) {
      throw new UnguardedAddress(
          "signpost.ops.host is %s, where others can reach it. Set signpost.ops.password too, or"
                  .formatted(ops)
              + " leave it at 127.0.0.1.");
    }
    if (!proxied && !tls && !ApiDoor.isLoopback(host)) {
      throw new UnguardedAddress(
          ("Search would answer at %s without TLS, where others can read along. Let it"
                  + " listen at 127.0.0.1, or set signpost.behind-proxy to true where others come"
                  + " through a proxy that has TLS, or over a network of your own.")
              .formatted(host.isEmpty() ? "every address" : host));
    }
    if (!proxied && opsAreOpen) {
      throw new UnguardedAddress(
          ("signpost.ops.host is %s, where others can read along, as that address has no TLS."
                  + " Leave it at 127.0.0.1 and sign in at the public address, or set"
                  + " signpost.behind-proxy to true where only your own network reaches it.")
              .formatted(ops));
    }
  }
}
